import { expect, it } from 'vitest'
import { isExact, loadLimit } from '../../../../problems/assignment/packing/load-limit.ts'

it('whole numbers are exact while their sizes add up to less than 2⁵³', () => {
  expect([[1, -2], [0.5], [2 ** 52, 2 ** 52], [Number.NaN]].map(isExact)).toEqual([true, false, false, false])
})

it('is the capacity of whole weights, and a billionth more where some are not', () => {
  expect(loadLimit({ weight: Float64Array.of(1, 2), capacity: 4 })).toBe(4)
  expect(loadLimit({ weight: Float64Array.of(0.5, 2), capacity: 4 })).toBe(4 + 4e-9)
})
