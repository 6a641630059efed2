import { describe, expect, it } from 'vitest'
import { knapsack } from '../../../../problems/index.ts'
import { problemPromises } from '../../../contracts/problem.ts'

describe('knapsack', () => {
  const items = {
    gold: { value: 10, weight: 4 },
    wood: { value: 2, weight: 4, count: 2 },
    silk: { value: 5, weight: 1 },
  }
  const problem = knapsack({ items, capacity: 6 })

  it('adds up the values of what is taken, each as often as it is', () => {
    expect(knapsack({ items, capacity: 12 }).cost({ taken: ['gold', 'wood', 'wood'] })).toBe(10 + 2 + 2)
  })

  it('leaves the least dense behind where a point is too heavy', () => {
    expect(problem.build().decode(Float64Array.of(1, 2, 1))).toEqual({ taken: ['gold', 'silk'] })
  })

  it('convicts what is too heavy or too often there', () => {
    expect(problem.check({ taken: ['gold', 'wood'] })).toEqual([
      { rule: 'capacity', amount: 2, message: 'the load is 2 above the capacity of 6' },
    ])
    expect(problem.check({ taken: ['silk', 'silk'] }).map((v) => v.rule)).toEqual(['as many as there are'])
  })

  it('needs no row where everything fits', () => {
    expect(knapsack({ items, capacity: 13 }).build().model.constraints).toEqual([])
  })

  const twins: Parameters<typeof problemPromises>[1] = {
    twins: (random) => {
      const value = [0, 1, 2, 3].map(() => random.below(9))
      const weight = [0, 1, 2, 3].map(() => random.below(9))
      const items = Object.fromEntries(value.map((v, k) => [`item ${k}`, { value: v, weight: weight[k] }]))
      return { named: { items, capacity: 12 }, bulk: { value, weight, capacity: 12 } }
    },
  }
  for (const { promise, check } of problemPromises(knapsack as never, twins).slice(-1)) it(promise, check)
})
