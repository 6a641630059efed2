import type { Model } from '../model/index.ts'
import { type Rewrite, unchanged } from '../qubo/index.ts'
import { liftThrough, lowerThrough, substitute } from './substitution.ts'

/**
 * Integers become a wall of ones, n = lower + Σ [n ≥ v] (Chancellor, "Domain wall encoding of discrete variables", 2019).
 *
 * The chain [n ≥ v + 1] ≤ [n ≥ v] is only a wish (weight 1): a broken wall still counts to a value of the domain with the
 * same objective, so no weight is too small, and the intact wall of a value is never dearer than a broken one.
 */
export const integerDomainWall: Rewrite<Model, Model> = (from) => {
  const encoded = (c: number) => from.domains[c] === 'integer'
  if (!from.domains.includes('integer')) return unchanged(from)
  const { to, substitution } = substitute(from, (c) => (encoded(c) ? stepsOf(from, c) : null))
  for (let c = 0; c < from.size; c++) {
    if (encoded(c)) chain(to, from.nameOf(c), substitution.start[c], substitution.start[c + 1])
  }
  const write = (c: number, value: number, bits: Float64Array) => {
    const ones = value - from.lower[c]
    if (!Number.isInteger(ones) || ones < 0 || ones > bits.length) return false
    bits.fill(1, 0, ones)
    return true
  }
  return {
    to,
    lift: (point) => liftThrough(substitution, point),
    lower: (point) => lowerThrough(substitution, point, write, encoded),
    scale: 1,
    constant: 0,
  }
}

const stepsOf = (from: Model, c: number) => ({
  shift: from.lower[c],
  factors: new Float64Array(from.upper[c] - from.lower[c]).fill(1),
  name: (k: number) => `${from.nameOf(c)}≥${from.lower[c] + k + 1}`,
})

function chain(to: Model, name: string, start: number, end: number): void {
  for (let k = start; k + 1 < end; k++)
    to.subjectTo(
      `wall of ${name}`,
      [
        [1, k + 1],
        [-1, k],
      ],
      '<=',
      0,
      1,
    )
}
