import { describe, expect, it } from 'vitest'
import { generate } from '../../../../instances/index.ts'
import { pairedValue } from '../../../../problems/assignment/packing/paired-selection.ts'
import { readQuadraticKnapsack } from '../../../../problems/assignment/packing/quadratic-knapsack-input.ts'
import { quadraticKnapsackSearch } from '../../../../problems/assignment/packing/quadratic-knapsack-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

const drawn = (items: number, seed: string) =>
  readQuadraticKnapsack(generate.pairedKnapsack({ items }, random(seed, 'instance')))

describe('the search for paired loads', () => {
  it('proves the best of all selections where items are few', () => {
    for (const seed of ['a', 'b', 'c']) {
      const data = drawn(10, seed)
      const { out, bound } = runJob(
        quadraticKnapsackSearch(data, random(seed, 'search')),
        Number.POSITIVE_INFINITY,
        1e5,
      )
      let best = 0
      for (let set = 0; set < 1 << 10; set++) {
        const taken = Array.from({ length: 10 }, (_, k) => (set >> k) & 1)
        const fits = taken.reduce((sum, t, k) => sum + t * data.weight[k], 0) <= data.capacity
        if (fits) best = Math.max(best, pairedValue(data, taken))
      }
      expect([pairedValue(data, out), bound]).toEqual([best, best])
    }
  })

  it('allows the grain of rounding that check allows, so that what it proves is best of all that pass', () => {
    const data = readQuadraticKnapsack({
      value: [9, 3, 2],
      weight: [1, 5, 1e-9],
      capacity: 6,
      pairs: { from: [], to: [], value: [] },
    })
    const { out, bound } = runJob(quadraticKnapsackSearch(data, random('a', 'search')), Number.POSITIVE_INFINITY, 1e5)
    expect([Array.from(out), bound]).toEqual([[1, 1, 1], 14])
  })

  it('takes everything where everything fits, and proves it by its bound', () => {
    const data = { ...drawn(30, 'a'), capacity: 30 * 50 }
    const { out, bound } = runJob(quadraticKnapsackSearch(data, random('a', 'search')), 1e8, 1e5)
    expect(out.every((t) => t === 1)).toBe(true)
    expect(bound).toBe(pairedValue(data, out))
  })

  it('only ever finds better ones below its bound', () => {
    const data = drawn(40, 'a')
    const { finds, bound } = runJob(quadraticKnapsackSearch(data, random('a', 'search')), 2e6, 1e4)
    const values = finds.map((find) => pairedValue(data, find))
    expect(values).toEqual(values.toSorted((a, b) => a - b))
    expect(bound).toBeGreaterThanOrEqual(values.at(-1) as number)
  })
})
