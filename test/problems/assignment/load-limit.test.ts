import { expect, it } from 'vitest'
import { loadLimit } from '../../../problems/assignment/load-limit.ts'

it('is the capacity of whole weights, and a billionth more where some are not', () => {
  expect(loadLimit({ weight: Float64Array.of(1, 2), capacity: 4 })).toBe(4)
  expect(loadLimit({ weight: Float64Array.of(0.5, 2), capacity: 4 })).toBe(4 + 4e-9)
})
