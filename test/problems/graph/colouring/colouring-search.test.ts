import { expect, test } from 'vitest'
import { mycielski, plantedColouring } from '../../../../instances/generators/index.ts'
import { colouringSearch } from '../../../../problems/graph/colouring/colouring-search.ts'
import { coloursIn } from '../../../../problems/graph/colouring/saturation.ts'
import { neighboursOf } from '../../../../problems/graph/neighbours.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

type Made = ReturnType<typeof mycielski>
const graphOf = ({ nodes, edges }: Made) => neighboursOf({ size: nodes, from: edges.from, to: edges.to })

test('a Mycielski graph of 23 nodes: 5 colours, proven', () => {
  const graph = graphOf(mycielski({ colours: 5 }))
  const { out, bound } = runJob(colouringSearch(graph, random('0', 'c')), Number.POSITIVE_INFINITY, 1e5)
  expect([coloursIn(out), bound]).toEqual([5, 5])
})

test('a colouring that was planted in a sparse graph is found again', () => {
  const graph = graphOf(plantedColouring({ nodes: 120, colours: 4, density: 0.3 }, random('0', 'planted')))
  const { out } = runJob(colouringSearch(graph, random('0', 'c')), 3e7, 1e5)
  expect(coloursIn(out)).toBe(4)
})

test.each([
  [4, Number.POSITIVE_INFINITY],
  [5, 5],
])('of 5 colours needed and %i allowed, no answer costs less than %d', (limit, least) => {
  const graph = graphOf(mycielski({ colours: 5 }))
  const job = colouringSearch(graph, random('0', 'c'), limit)
  expect(runJob(job, Number.POSITIVE_INFINITY, 1e5).bound).toBe(least)
})
