import { expect, it } from 'vitest'
import { absoluteCorrelation } from '../../../../problems/selection/features/correlation.ts'

it('columns that rise or fall together correlate fully', () => {
  expect(absoluteCorrelation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12)
  expect(absoluteCorrelation([1, 2, 3], [5, 3, 1])).toBeCloseTo(1, 12)
})

it('a column of ±1 and its quarter turn do not correlate', () => {
  expect(absoluteCorrelation([1, 1, -1, -1], [1, -1, 1, -1])).toBe(0)
})

it('the correlation of (0, 0, 1) and (0, 1, 1) is one half', () => {
  expect(absoluteCorrelation([0, 0, 1], [0, 1, 1])).toBeCloseTo(0.5, 12)
})

it('a constant column correlates with nothing', () => {
  expect(absoluteCorrelation([7, 7, 7], [1, 2, 3])).toBe(0)
})
