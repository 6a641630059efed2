import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Family } from '../../../problems/learning/network-data.ts'
import { type FlatFamilies, ordering } from '../../../problems/learning/order-search.ts'
import { bestOf, type LayerResult, subsetLayers } from '../../../problems/learning/subset-layers.ts'
import { flatOf } from './flat-of.ts'

const size = 5
const lists = fc
  .array(fc.array(fc.tuple(fc.nat(31), fc.nat(20)), { maxLength: 6 }), { minLength: size, maxLength: size })
  .map((all) =>
    all.map((list, v): Family[] => [
      { cost: 30, parents: [] },
      ...list.map(([bits, cost]) => ({ cost, parents: [0, 1, 2, 3, 4].filter((p) => p !== v && (bits >> p) & 1) })),
    ]),
  )

function orders(items: number[]): number[][] {
  return items.length === 0
    ? [[]]
    : items.flatMap((item) => orders(items.filter((i) => i !== item)).map((rest) => [item, ...rest]))
}
const all = orders([0, 1, 2, 3, 4])

function run(flat: FlatFamilies, cost: number): LayerResult {
  const result: LayerResult = { choice: null, finished: false, bound: Number.NEGATIVE_INFINITY }
  for (const piece of subsetLayers(flat, { cost }, result)) expect(piece).toBeGreaterThan(0)
  return result
}

test('the cheapest network is that of the best of all 120 orders', () => {
  fc.assert(
    fc.property(lists, (families) => {
      const flat = flatOf(families)
      const least = Math.min(...all.map((order) => ordering(flat, order).cost))
      const { choice, bound, finished } = run(flat, 1e6)
      const cost = Array.from(choice as Int32Array).reduce((sum, f) => sum + flat.cost[f], 0)
      expect([cost, bound, finished]).toEqual([least, least, true])
      expect(run(flat, least)).toEqual({ choice: null, bound: least, finished: true })
    }),
    { numRuns: 60 },
  )
})

test('40 variables that want nobody need one set per layer at most, and two words of bits', () => {
  const flat = flatOf(
    Array.from({ length: 40 }, (_, v) => [
      { cost: v, parents: [] },
      ...(v > 0 ? [{ cost: v - 0.5, parents: [v - 1] }] : []),
    ]),
  )
  const { choice, bound } = run(flat, (40 * 39) / 2 - 19.5 + 0.25)
  expect(bound).toBe(780 - 19.5)
  expect(choice).not.toBeNull()
  expect(bestOf(flat)[39]).toBe(38.5)
})
