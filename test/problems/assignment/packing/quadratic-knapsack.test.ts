import { describe, expect, it } from 'vitest'
import { quadraticKnapsack } from '../../../../problems/index.ts'
import { problemPromises } from '../../../contracts/problem.ts'

describe('quadraticKnapsack', () => {
  const items = { nib: { value: 1, weight: 2 }, ink: { value: 2, weight: 3 }, cat: { value: 4, weight: 4 } }
  const problem = quadraticKnapsack({ items, capacity: 5, pairs: [['nib', 'ink', 9]] })

  it('adds items and pairs', () => {
    expect(problem.cost({ taken: ['nib', 'ink'] })).toBe(1 + 2 + 9)
  })

  it('leaves the least worth behind where a point is too heavy', () => {
    expect(problem.build().decode(Float64Array.of(1, 1, 1))).toEqual({ taken: ['nib', 'ink'] })
  })

  it('convicts what is too heavy, unknown or taken twice', () => {
    expect(problem.check({ taken: ['ink', 'cat'] })[0].amount).toBe(2)
    expect(problem.check({ taken: ['ink', 'ink'] })[0].rule).toBe('each item once')
    expect(problem.check({ taken: ['dog' as 'cat'] })[0].rule).toBe('known item')
  })

  const twins: Parameters<typeof problemPromises>[1] = {
    twins: (random) => {
      const value = [0, 1, 2, 3].map(() => random.below(9))
      const weight = [0, 1, 2, 3].map(() => random.below(9))
      const items = Object.fromEntries(value.map((v, k) => [`item ${k}`, { value: v, weight: weight[k] }]))
      return {
        named: { items, capacity: 12, pairs: [['item 0', 'item 2', 5]] },
        bulk: { value, weight, capacity: 12, pairs: { from: [0], to: [2], value: [5] } },
      }
    },
  }
  for (const { promise, check } of problemPromises(quadraticKnapsack as never, twins).slice(-1)) it(promise, check)
})
