import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exp, ln } from '../../src/kernel/logarithm.ts'

it('ln agrees with Math.log to fifteen digits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
      (x) => Math.abs(ln(x) - Math.log(x)) <= 4e-16 * Math.max(1, Math.abs(Math.log(x))),
    ),
  )
})

it('exp agrees with Math.exp to fourteen digits', () => {
  fc.assert(
    fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (x) => Math.abs(exp(x) / Math.exp(x) - 1) <= 1e-13),
  )
})

it('ln 1 is 0, exp 0 is 1, exactly', () => {
  expect([ln(1), exp(0), ln(8) - 3 * Math.LN2]).toEqual([0, 1, 0])
})
