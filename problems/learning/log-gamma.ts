import { ln } from '../logarithm.ts'

const halfLn2Pi = 0.9189385332046727

/**
 * The logarithm of the gamma function for x > 0, from +, −, × and ÷ alone, so with equal bits on every engine: Stirling's
 * series (Abramowitz and Stegun 6.1.41) from 12 on, the recurrence Γ(x + 1) = xΓ(x) below. Within 2e-14 of the larger of
 * 1 and the value.
 */
export function logGamma(x: number): number {
  let shifted = x
  let product = 1
  while (shifted < 12) product *= shifted++
  return stirling(shifted) - (product === 1 ? 0 : ln(product))
}

function stirling(x: number): number {
  const inverse = 1 / x
  const square = inverse * inverse
  const tail = 1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))
  return (x - 0.5) * ln(x) - x + halfLn2Pi + inverse * tail
}

/** How many values of a rising logarithm are kept as sums, which are nearest to the truth. */
const headLength = 256

/** ln(α (α + 1) … (α + n − 1)) = ln Γ(α + n) − ln Γ(α) for whole n ≥ 0. */
export interface RisingLogarithm {
  readonly alpha: number
  readonly head: Float64Array
}

/** The sums for one α > 0; each is rounded once, by a compensated summation (Kahan 1965). */
export function risingLogarithm(alpha: number): RisingLogarithm {
  const head = new Float64Array(headLength)
  let sum = 0
  let lost = 0
  for (let n = 1; n < headLength; n++) {
    const term = ln(alpha + n - 1) - lost
    const next = sum + term
    lost = next - sum - term
    head[n] = sum = next
  }
  return { alpha, head }
}

/** Its value at n; far out it is the head's last value and a difference of Stirling's series. */
export function riseAt({ alpha, head }: RisingLogarithm, n: number): number {
  if (n < headLength) return head[n]
  return head[headLength - 1] + (stirling(alpha + n) - stirling(alpha + headLength - 1))
}
