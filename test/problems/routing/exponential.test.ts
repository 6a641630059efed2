import { expect, test } from 'vitest'
import { exponential } from '../../../problems/routing/exponential.ts'
import { random } from '../../../src/run/index.ts'

test('the mean is 1, and one in e is above 1', () => {
  const chance = random('1', 'exponential')
  const drawn = Array.from({ length: 40_000 }, () => exponential(chance))
  const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
  // Five standard errors: 5/200.
  expect(Math.abs(mean - 1)).toBeLessThan(0.025)
  expect(Math.abs(drawn.filter((x) => x > 1).length / drawn.length - 1 / Math.E)).toBeLessThan(0.0125)
})
