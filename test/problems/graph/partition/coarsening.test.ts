import { expect, test } from 'vitest'
import { coarsened } from '../../../../problems/graph/partition/coarsening.ts'
import { couplingsFromCoo, random } from './partition-graphs.ts'

test('the heaviest edge of a path becomes a node, and the edge beside it keeps its weight', () => {
  const couplings = couplingsFromCoo(3, [0, 1], [1, 2], [5, 2], new Float64Array(3))
  const { graph, standsFor } = coarsened({ couplings, mass: new Int32Array(3).fill(1) }, 2, random('1', 'path'))
  const isHeavy = standsFor[0] === standsFor[1]
  expect([...graph.mass].sort()).toEqual([1, 2])
  expect([...graph.couplings.value]).toEqual(isHeavy ? [2, 2] : [5, 5])
})

test('nobody grows above the most', () => {
  const couplings = couplingsFromCoo(2, [0], [1], [1], new Float64Array(2))
  expect(coarsened({ couplings, mass: Int32Array.from([2, 2]) }, 3, random('0', 'most')).graph.mass.length).toBe(2)
})

test('nodes of different labels stay apart', () => {
  const couplings = couplingsFromCoo(3, [0, 1], [1, 2], [5, 2], new Float64Array(3))
  const graph = { couplings, mass: new Int32Array(3).fill(1) }
  const { standsFor } = coarsened(graph, 2, random('0', 'labels'), Int32Array.from([0, 1, 1]))
  expect([standsFor[0] === standsFor[1], standsFor[1] === standsFor[2]]).toEqual([false, true])
})
