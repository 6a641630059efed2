import { expect, test } from 'vitest'
import { choiceTables, costOfChoice } from '../../../../problems/selection/tuning/choice-tables.ts'

test('own costs and pairs add up, repeated pairs too, from either side', () => {
  const tables = choiceTables([2, 2], Float64Array.of(1, 2, 10, 20), [
    [1, 2, 100],
    [2, 1, 1000],
  ])
  expect(costOfChoice(tables, [0, 1])).toBe(21)
  expect(costOfChoice(tables, [1, 0])).toBe(2 + 10 + 1100)
  expect([...tables.shared[1][0].cost]).toEqual([0, 1100, 0, 0])
})
