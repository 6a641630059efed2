import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate } from '../../../../instances/index.ts'
import { readKnapsack } from '../../../../problems/assignment/packing/knapsack-input.ts'
import { knapsackSearch } from '../../../../problems/assignment/packing/knapsack-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

const all = Number.POSITIVE_INFINITY

/** The best value by the table over capacities (Bellman 1957), each copy an item of its own. */
function table(
  value: readonly number[],
  weight: readonly number[],
  count: readonly number[],
  capacity: number,
): number {
  const best = new Float64Array(capacity + 1)
  value.forEach((v, k) => {
    for (let copy = 0; copy < count[k]; copy++)
      for (let c = capacity; c >= weight[k]; c--) best[c] = Math.max(best[c], best[c - weight[k]] + v)
  })
  return best[capacity]
}

describe('the search for loads', () => {
  it('agrees with the table over capacities, and proves it', () => {
    const items = fc.array(
      fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 25 }), fc.integer({ min: 1, max: 5 })),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 150 }), (list, capacity) => {
        const [value, weight, count] = [0, 1, 2].map((at) => list.map((item) => item[at]))
        const data = readKnapsack({ value, weight, count, capacity })
        const { out, bound } = runJob(knapsackSearch(data), all, 1000)
        const best = table(value, weight, count, capacity)
        expect([out.reduce((sum, a, k) => sum + a * value[k], 0), bound]).toEqual([best, best])
        expect(out.reduce((sum, a, k) => sum + a * weight[k], 0)).toBeLessThanOrEqual(capacity)
      }),
    )
  })

  it('allows the grain of rounding that check allows', () => {
    const { out, bound } = runJob(
      knapsackSearch(readKnapsack({ value: [9, 3, 2], weight: [1, 5, 1e-9], capacity: 6 })),
      all,
      1000,
    )
    expect([Array.from(out), bound]).toEqual([[1, 1, 1], 14])
  })

  it('ends with a proof on every kind of correlation', () => {
    for (const correlation of ['none', 'weak', 'strong', 'inverse', 'subsetSum'] as const) {
      const input = generate.correlatedKnapsack({ items: 60, correlation }, random(correlation, 'instance'))
      const data = readKnapsack(input)
      const { out, bound } = runJob(knapsackSearch(data), all, 1e5)
      const value = out.reduce((sum, a, k) => sum + a * data.value[k], 0)
      const ones = Array.from(data.value, () => 1)
      expect(value).toBe(table(Array.from(data.value), Array.from(data.weight), ones, data.capacity))
      expect(bound).toBe(value)
    }
  })
})
