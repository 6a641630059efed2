import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areJoined, complementOf } from '../../../../problems/graph/neighbours.ts'
import { sumOf } from '../../../../problems/graph/sets/set-search.ts'
import { sparseCliques } from '../../../../problems/graph/sets/sparse-cliques.ts'
import { runJob } from '../../../contracts/job.ts'
import { allPairs, cyclePairs, heaviestApart, joined, someGraph } from '../graphs.ts'

test('the heaviest clique, proven', () => {
  fc.assert(
    fc.property(someGraph(11), fc.nat(), ({ size, pairs }, seed) => {
      const graph = joined(size, pairs)
      const weight = Float64Array.from({ length: size }, (_, i) => 1 + ((i * 5 + seed) % 4))
      const best = heaviestApart(complementOf(graph), weight)
      const { out, bound } = runJob(sparseCliques(graph, weight), Number.POSITIVE_INFINITY, 100)
      expect([sumOf(out, weight), bound]).toEqual([best, best])
      const nodes = [...out.keys()].filter((i) => out[i])
      expect(nodes.every((a) => nodes.every((b) => a === b || areJoined(graph, a, b)))).toBe(true)
    }),
  )
})

test('five friends on a ring of 20,000', () => {
  const graph = joined(20_000, [...cyclePairs(20_000), ...allPairs(5).map(([a, b]) => [a * 7, b * 7] as const)])
  const { out, bound } = runJob(sparseCliques(graph, new Float64Array(20_000).fill(1)), Number.POSITIVE_INFINITY, 1e6)
  expect([[0, 7, 14, 21, 28].every((i) => out[i] === 1), bound]).toEqual([true, 5])
})
