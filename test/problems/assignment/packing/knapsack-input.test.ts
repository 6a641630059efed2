import { describe, expect, it } from 'vitest'
import { readKnapsack } from '../../../../problems/assignment/packing/knapsack-input.ts'

describe('the input of the knapsack', () => {
  it('is the same by name and by number', () => {
    const items = { tent: { value: 5, weight: 3 }, rope: { value: 2, weight: 1, count: 4 } }
    const { names, ...data } = readKnapsack({ items, capacity: 6 })
    expect(names).toEqual(['tent', 'rope'])
    expect({ ...data, names: null }).toEqual(
      readKnapsack({ value: [5, 2], weight: Int32Array.of(3, 1), count: [1, 4], capacity: 6 }),
    )
  })

  it('refuses negative weights and capacities, broken counts and lists of other lengths', () => {
    const good = { value: [1], weight: [1], capacity: 1 }
    expect(() => readKnapsack({ ...good, weight: [-1] })).toThrow('item "0" weighs -1')
    expect(() => readKnapsack({ ...good, weight: [1, 2] })).toThrow('"weight" has 2 entries for 1 items')
    expect(() => readKnapsack({ ...good, count: [0.5] })).toThrow('is there 0.5 times')
    expect(() => readKnapsack({ ...good, capacity: -1 })).toThrow('-1 is too small')
  })
})
