import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neighboursOf } from '../../../../problems/graph/neighbours.ts'
import { searchSwaps, swapping } from '../../../../problems/graph/sets/set-swaps.ts'
import { atOnce, random } from '../../../../src/run/index.ts'

const ring = (size: number) => {
  const from = Array.from({ length: size }, (_, i) => i)
  return neighboursOf({ size, from, to: from.map((i) => (i + 1) % size) })
}

test('of a ring of 11 nodes five are chosen, and no two beside each other', () => {
  const state = atOnce(swapping(ring(11), new Uint8Array(11)))
  searchSwaps(state, 20_000, random('0', 'ring'))
  expect(state.bestCount).toBe(5)
  expect(Array.from(state.best, (bit, i) => bit * state.best[(i + 1) % 11])).toEqual(new Array(11).fill(0))
})

test('the set in hand is always without conflicts, and every node knows how many are in its way', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), fc.string(), (size, seed) => {
      const chance = random(seed, 'graph')
      const pairs = Array.from({ length: 3 * size }, () => [chance.below(size), chance.below(size)])
      const graph = neighboursOf({ size, from: pairs.map((p) => p[0]), to: pairs.map((p) => p[1]) })
      const state = atOnce(swapping(graph, new Uint8Array(size)))
      for (let k = 0; k < 20; k++) {
        searchSwaps(state, 50, chance)
        for (let i = 0; i < size; i++) {
          let blockers = 0
          for (let at = graph.rowStart[i]; at < graph.rowStart[i + 1]; at++) blockers += state.inside[graph.column[at]]
          expect(state.blockers[i]).toBe(blockers)
          if (state.inside[i]) expect(blockers).toBe(0)
        }
      }
    }),
  )
})
