import { describe, expect, it } from 'vitest'
import { readQuadraticKnapsack } from '../../../../problems/assignment/packing/quadratic-knapsack-input.ts'

describe('the input of the quadratic knapsack', () => {
  const items = { a: { value: 1, weight: 2 }, b: { value: 3, weight: 4 } }

  it('is the same by name and by number, repeated pairs added up', () => {
    const named = readQuadraticKnapsack({
      items,
      capacity: 5,
      pairs: [
        ['a', 'b', 6],
        ['b', 'a', 1],
      ],
    })
    const pairs = { from: [0], to: [1], value: [7] }
    const bulk = readQuadraticKnapsack({ value: [1, 3], weight: [2, 4], capacity: 5, pairs })
    expect(named).toEqual({ ...bulk, names: ['a', 'b'] })
    expect(Array.from(bulk.shared)).toEqual([0, 7, 7, 0])
  })

  it('refuses pairs of one item, of strangers, and lists of other lengths', () => {
    const good = { value: [1, 3], weight: [2, 4], capacity: 5 }
    const of = (from: number[], to: number[], value: number[]) => () =>
      readQuadraticKnapsack({ ...good, pairs: { from, to, value } })
    expect(of([0], [0], [1])).toThrow('joins item 0 with itself')
    expect(of([0], [2], [1])).toThrow('pair 0 joins 0 and 2')
    expect(of([0], [], [1])).toThrow('1, 0 and 1 entries')
    expect(() => readQuadraticKnapsack({ items, capacity: 5, pairs: [['a', 'z' as 'a', 1]] })).toThrow('"z" in pairs')
  })
})
