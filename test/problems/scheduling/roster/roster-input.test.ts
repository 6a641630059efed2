import { expect, test } from 'vitest'
import { bulkRoster, namedRoster } from '../../../../problems/scheduling/roster/roster-input.ts'

const base = { days: ['mon'], shifts: { day: {} }, people: { ada: {} }, cover: { day: 1 } }

test('a misspelt rule and a weight that is not positive are refused', () => {
  expect(namedRoster.safeParse(base).success).toBe(true)
  expect(namedRoster.safeParse({ ...base, rests: 11 }).success).toBe(false)
  expect(namedRoster.safeParse({ ...base, shortage: 0 }).success).toBe(false)
})

test('the bulk shape has lists', () => {
  expect(bulkRoster.safeParse({ days: 1, shifts: [{}], people: [{}], cover: [[1]] }).success).toBe(true)
  expect(bulkRoster.safeParse(base).success).toBe(false)
})
