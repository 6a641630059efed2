import { expect, test } from 'vitest'
import { boundsOf, lowerBound } from '../../../../problems/scheduling/job-shop/job-shop-bounds.ts'
import { ft06, shop } from './shops.ts'

test('the longest job is a bound, and so is the busiest machine', () => {
  expect(
    lowerBound(
      shop([
        [
          [0, 3],
          [1, 4],
        ],
        [[2, 1]],
      ]),
    ),
  ).toBe(7)
  expect(lowerBound(shop([[[0, 3]], [[0, 4]], [[0, 5]]]))).toBe(12)
})

test('the optimum of ft06, 55, lies between the bounds', () => {
  const { lower, upper } = boundsOf(ft06)
  expect(lower()).toBeGreaterThanOrEqual(47)
  expect(lower()).toBeLessThanOrEqual(55)
  expect(upper()).toBeGreaterThanOrEqual(55)
})
