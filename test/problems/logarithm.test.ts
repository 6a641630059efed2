import fc from 'fast-check'
import { expect, test } from 'vitest'
import { log2 } from '../../problems/logarithm.ts'

test('powers of two are exact', () => {
  expect([1, 2, 1024, 0.125, 2 ** -1074].map(log2)).toEqual([0, 1, 10, -3, -1074])
})

test('agrees with Math.log2 to 1e-14 of the larger of 1 and the value', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, minExcluded: true, noDefaultInfinity: true, noNaN: true }), (x) => {
      expect(Math.abs(log2(x) - Math.log2(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log2(x))))
    }),
    { numRuns: 2000 },
  )
})

test('whole numbers up to a thousand agree to 1e-14', () => {
  for (let n = 1; n <= 1000; n++) expect(Math.abs(log2(n) - Math.log2(n))).toBeLessThanOrEqual(1e-14)
})
