import { expect, test } from 'vitest'
import { checkValues, columnsOf, valuesOf } from '../../../problems/raw/values.ts'

test('values are the nearer of the two allowed', () => {
  expect(valuesOf(null, 3, [0.2, 0.9, -4], [0, 1])).toEqual([0, 1, 0])
  expect(valuesOf(['p', 'q'], 2, [-0.1, 3], [-1, 1])).toEqual({ p: -1, q: 1 })
})

test('a missing variable is NaN as a column and a violation', () => {
  expect([...columnsOf(['p', 'q'], 2, { p: 1 })]).toEqual([1, Number.NaN])
  expect(checkValues(['p', 'q'], 2, { p: 1 }, [-1, 1]).map((v) => v.item)).toEqual(['q'])
})

test('inherited keys are no values', () => {
  expect(checkValues(['toString'], 1, {}, [0, 1])).toHaveLength(1)
})
