import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate } from '../../../../instances/index.ts'
import { pairedValue } from '../../../../problems/assignment/packing/paired-selection.ts'
import { readQuadraticKnapsack } from '../../../../problems/assignment/packing/quadratic-knapsack-input.ts'
import { UpperPlanes } from '../../../../problems/assignment/packing/upper-planes.ts'
import { random } from '../../../../src/run/index.ts'

describe('upper planes', () => {
  it('of two items that fit together are exact: 3 + 4 + 10', () => {
    const pairs = { from: [0], to: [1], value: [10] }
    const planes = new UpperPlanes(readQuadraticKnapsack({ value: [3, 4], weight: [1, 1], capacity: 2, pairs }))
    expect(planes.advance(0)).toBe(false)
    expect(planes.advance(0)).toBe(true)
    expect(planes.bound).toBe(17)
  })

  it('are above every selection that fits, and fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.string(), (items, seed) => {
        const data = readQuadraticKnapsack(generate.pairedKnapsack({ items }, random(seed, 'instance')))
        let best = 0
        for (let set = 0; set < 1 << items; set++) {
          const taken = Array.from({ length: items }, (_, k) => (set >> k) & 1)
          const weight = taken.reduce((sum, t, k) => sum + t * data.weight[k], 0)
          if (weight <= data.capacity) best = Math.max(best, pairedValue(data, taken))
        }
        const planes = new UpperPlanes(data)
        let before = Number.POSITIVE_INFINITY
        for (let round = 0; round < 20 * items; round++) {
          planes.advance(best)
          expect(planes.bound).toBeLessThanOrEqual(before)
          before = planes.bound
        }
        expect(planes.bound).toBeGreaterThanOrEqual(best - 1e-6)
      }),
      { numRuns: 40 },
    )
  })
})
