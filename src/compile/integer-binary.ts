import type { Model } from '../model/index.ts'
import { type Rewrite, unchanged } from '../qubo/index.ts'
import { liftThrough, lowerThrough, substitute } from './substitution.ts'

/**
 * Powers of two, the last one capped so that all bits set give exactly `range`: 7 → 1, 2, 4; 9 → 1, 2, 4, 2.
 * Every setting of the bits is then a value in [0, range] and every value has a setting: no penalty is needed.
 * (Karimi & Ronagh, "Practical integer-to-binary mapping for quantum annealers", 2019, without their bound on the coefficient.)
 */
export function cappedPowers(range: number): number[] {
  const factors: number[] = []
  let left = range
  for (let power = 1; left > 0; power *= 2) {
    factors.push(Math.min(power, left))
    left -= power
  }
  return factors
}

/** Integers become bits, n = lower + Σ cappedPowers·bits; only those that `which` claims (all by default). */
export const integerBinaryWhere =
  (which: (column: number) => boolean): Rewrite<Model, Model> =>
  (from) => {
    const encoded = (c: number) => from.domains[c] === 'integer' && which(c)
    if (!from.domains.some((_, c) => encoded(c))) return unchanged(from)
    const { to, substitution } = substitute(from, (c) => (encoded(c) ? binaryOf(from, c) : null))
    const write = (c: number, value: number, bits: Float64Array) =>
      writeCapped(
        value - from.lower[c],
        substitution.factor.subarray(substitution.start[c], substitution.start[c + 1]),
        bits,
      )
    return {
      to,
      lift: (point) => liftThrough(substitution, point),
      lower: (point) => lowerThrough(substitution, point, write, encoded),
      scale: 1,
      constant: 0,
    }
  }

export const integerBinary: Rewrite<Model, Model> = integerBinaryWhere(() => true)

const binaryOf = (from: Model, c: number) => {
  const factors = cappedPowers(from.upper[c] - from.lower[c])
  return { shift: from.lower[c], factors, name: (k: number) => `${from.nameOf(c)}.${k}` }
}

/** The capped bit first when the value reaches it beyond the powers below; then plain binary digits. */
function writeCapped(value: number, factors: Float64Array, bits: Float64Array): boolean {
  const last = factors.length - 1
  const below = 2 ** Math.max(0, last) - 1
  if (!Number.isInteger(value) || value < 0 || value > (last < 0 ? 0 : below + factors[last])) return false
  if (last < 0) return true
  bits[last] = value > below ? 1 : 0
  let left = value - bits[last] * factors[last]
  for (let k = last - 1; k >= 0; k--) {
    bits[k] = left >= factors[k] ? 1 : 0
    left -= bits[k] * factors[k]
  }
  return true
}
