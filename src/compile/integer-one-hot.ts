import type { Model } from '../model/index.ts'
import { type Rewrite, unchanged } from '../qubo/index.ts'
import { liftThrough, lowerThrough, substitute } from './substitution.ts'

/**
 * Integers become one bit per value, n = Σ v·[n = v], with a one-hot structure over them.
 * A point that breaks the structure lifts to its sum, clamped into the domain.
 */
export const integerOneHot: Rewrite<Model, Model> = (from) => {
  const encoded = (c: number) => from.domains[c] === 'integer'
  if (!from.domains.includes('integer')) return unchanged(from)
  const { to, substitution } = substitute(from, (c) => (encoded(c) ? valuesOf(from, c) : null))
  for (let c = 0; c < from.size; c++) {
    if (encoded(c)) to.structures.push({ kind: 'one-hot', name: from.nameOf(c), members: range(substitution.start, c) })
  }
  const write = (c: number, value: number, bits: Float64Array) => {
    const at = value - from.lower[c]
    if (!Number.isInteger(at) || at < 0 || at >= bits.length) return false
    bits[at] = 1
    return true
  }
  return {
    to,
    lift: (point) =>
      liftThrough(substitution, point).map((v, c) => Math.min(from.upper[c], Math.max(from.lower[c], v))),
    lower: (point) => lowerThrough(substitution, point, write, encoded),
    scale: 1,
    constant: 0,
  }
}

const valuesOf = (from: Model, c: number) => ({
  shift: 0,
  factors: Float64Array.from({ length: from.upper[c] - from.lower[c] + 1 }, (_, k) => from.lower[c] + k),
  name: (k: number) => `${from.nameOf(c)}=${from.lower[c] + k}`,
})

const range = (start: Uint32Array, c: number): Uint32Array =>
  Uint32Array.from({ length: start[c + 1] - start[c] }, (_, k) => start[c] + k)
