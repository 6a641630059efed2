import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logGamma, riseAt, risingLogarithm } from '../../../problems/learning/log-gamma.ts'

const near = (value: number, expected: number, slip: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(slip * Math.max(1, Math.abs(expected)))

test('Γ(n) = (n − 1)! and Γ(½) = √π', () => {
  let factorial = 1
  for (let n = 1; n <= 20; n++) {
    near(logGamma(n), Math.log(factorial), 2e-14)
    factorial *= n
  }
  near(logGamma(0.5), Math.log(Math.PI) / 2, 2e-14)
})

test('far out it agrees with tables: ln Γ(100) and ln Γ(10⁶)', () => {
  near(logGamma(100), 359.1342053695754, 2e-14)
  near(logGamma(1e6), 12815504.56914761, 2e-14)
})

test('Γ(x + 1) = x Γ(x)', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e5, noNaN: true }), (x) => {
      near(logGamma(x + 1), logGamma(x) + Math.log(x), 1e-13)
    }),
  )
})

test('a rising logarithm is the sum of its logarithms: α = ½, n = 3 is ln(½ · 3⁄2 · 5⁄2)', () => {
  near(riseAt(risingLogarithm(0.5), 3), Math.log(1.875), 1e-15)
})

test('its head and its tail meet', () => {
  const rise = risingLogarithm(0.01)
  near(riseAt(rise, 256), riseAt(rise, 255) + Math.log(255.01), 1e-14)
  near(riseAt(rise, 5000), logGamma(5000.01) - logGamma(0.01), 1e-13)
})
