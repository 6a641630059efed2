import type { Model } from '../model/index.ts'
import { type Rewrite, unchanged } from '../qubo/index.ts'
import { liftThrough, lowerThrough, substitute } from './substitution.ts'

/** Spins become bits: s = 2x − 1. Energies, constraints and structures keep their meaning. */
export const spinToBit: Rewrite<Model, Model> = (from) => {
  const isSpin = (c: number) => from.domains[c] === 'spin'
  if (!from.domains.includes('spin')) return unchanged(from)
  const { to, substitution } = substitute(from, (c) =>
    isSpin(c) ? { shift: -1, factors: [2], name: () => from.nameOf(c) } : null,
  )
  const write = (_: number, spin: number, bits: Float64Array) => {
    bits[0] = (spin + 1) / 2
    return Math.abs(spin) === 1
  }
  return {
    to,
    lift: (point) => liftThrough(substitution, point),
    lower: (point) => lowerThrough(substitution, point, write, isSpin),
    scale: 1,
    constant: 0,
  }
}
