import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exchangeColours, exchangeState } from '../../../../problems/graph/colouring/colour-exchange.ts'
import { areJoined } from '../../../../problems/graph/neighbours.ts'
import { random } from '../../../../src/run/index.ts'
import { allPairs, cyclePairs, joined, someGraph } from '../graphs.ts'

test('conflicts are the joined pairs of one colour, after any number of moves', () => {
  fc.assert(
    fc.property(someGraph(12), fc.integer({ min: 2, max: 4 }), fc.nat(200), ({ size, pairs }, colours, steps) => {
      const graph = joined(size, pairs)
      const chance = random(String(steps), 'exchange')
      const start = Int32Array.from({ length: size }, () => chance.below(colours))
      const state = exchangeState(graph, colours, start)
      exchangeColours(state, 1e9, steps, chance)
      const count = (colour: Int32Array) =>
        allPairs(size).filter(([a, b]) => areJoined(graph, a, b) && colour[a] === colour[b]).length
      expect([state.conflicts, state.fewest]).toEqual([count(state.colour), count(state.best)])
    }),
  )
})

test('an odd cycle is coloured with three colours from one', () => {
  const state = exchangeState(joined(21, cyclePairs(21)), 3, new Int32Array(21))
  expect(state.conflicts).toBe(21)
  exchangeColours(state, 1e6, 1e5, random('0', 'exchange'))
  expect(state.conflicts).toBe(0)
})
