import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areJoined } from '../../../../problems/graph/neighbours.ts'
import { coverState, searchCover } from '../../../../problems/graph/sets/cover-search.ts'
import { random } from '../../../../src/run/index.ts'
import { allPairs, cyclePairs, heaviestApart, joined, someGraph } from '../graphs.ts'

test('small graphs are solved, weighted or not', () => {
  fc.assert(
    fc.property(someGraph(10), fc.boolean(), fc.nat(), ({ size, pairs }, isUnit, seed) => {
      const graph = joined(size, pairs)
      const weight = Float64Array.from({ length: size }, (_, i) => (isUnit ? 1 : 1 + ((i * 7 + seed) % 5)))
      const state = coverState(graph, weight, new Uint8Array(size))
      searchCover(state, 300_000, random(String(seed), 'cover'))
      expect(state.bestWeight).toBe(heaviestApart(graph, weight))
      for (const [a, b] of allPairs(size))
        if (areJoined(graph, a, b)) expect(state.best[a] + state.best[b]).toBeLessThan(2)
    }),
  )
})

test('of a cycle of 31 nodes 15 stand apart', () => {
  const state = coverState(joined(31, cyclePairs(31)), new Float64Array(31).fill(1), new Uint8Array(31))
  searchCover(state, 20_000, random('0', 'cover'))
  expect(state.bestWeight).toBe(15)
})
