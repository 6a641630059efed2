import { type Couplings, couplingsFromCoo, zeros } from './couplings.ts'
import { hashArrays } from './hash.ts'
import { type Qubo, quboOf } from './qubo.ts'

/**
 * The Ising form, minimised: E(s) = offset + Σᵢ field[i]·sᵢ + Σ_{i<j} J_ij·sᵢsⱼ, s ∈ {−1, +1}. Layout of `value` = J as in Qubo.
 */
export interface Ising extends Couplings {
  readonly kind: 'ising'
  readonly offset: number
  readonly field: Float64Array
  readonly hash: string
}

export function isingOf(couplings: Couplings, field: Float64Array, offset = 0): Ising {
  const { size, rowStart, column, value } = couplings
  let digest: string | undefined
  return {
    kind: 'ising',
    size,
    offset,
    field,
    rowStart,
    column,
    value,
    get hash() {
      return (digest ??= hashArrays(['ising', size, offset], field, rowStart, column, value))
    },
  }
}

/** An Ising form from coordinate lists; equal indices add to the field, repeated and mirrored pairs add up. */
export function isingFromCoo(
  size: number,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  values: ArrayLike<number>,
  offset = 0,
): Ising {
  const field = zeros(size)
  return isingOf(couplingsFromCoo(size, rows, columns, values, field), field, offset)
}

/** E(s) recomputed from scratch; s holds −1 and +1. */
export function isingEnergy(ising: Ising, s: ArrayLike<number>): number {
  let energy = ising.offset
  for (let i = 0; i < ising.size; i++) {
    let local = ising.field[i]
    for (let k = ising.rowStart[i]; k < ising.rowStart[i + 1]; k++) {
      if (ising.column[k] < i) local += ising.value[k] * s[ising.column[k]]
    }
    energy += local * s[i]
  }
  return energy
}

/** s = 2x − 1: the same energies, coupling J = q/4. */
export function isingFromQubo(qubo: Qubo): Ising {
  const value = qubo.value.map((q) => q / 4)
  const field = new Float64Array(qubo.size)
  let offset = qubo.offset
  for (let i = 0; i < qubo.size; i++) {
    let row = 0
    for (let k = qubo.rowStart[i]; k < qubo.rowStart[i + 1]; k++) row += value[k]
    field[i] = qubo.linear[i] / 2 + row
    offset += qubo.linear[i] / 2 + row / 2
  }
  return isingOf({ ...couplingsOf(qubo), value }, field, offset)
}

/** x = (s + 1) / 2: the same energies, q = 4J. */
export function quboFromIsing(ising: Ising): Qubo {
  const value = ising.value.map((j) => 4 * j)
  const linear = new Float64Array(ising.size)
  let offset = ising.offset
  for (let i = 0; i < ising.size; i++) {
    let row = 0
    for (let k = ising.rowStart[i]; k < ising.rowStart[i + 1]; k++) row += ising.value[k]
    linear[i] = 2 * ising.field[i] - 2 * row
    offset += row / 2 - ising.field[i]
  }
  return quboOf({ ...couplingsOf(ising), value }, linear, { offset })
}

const couplingsOf = ({ size, rowStart, column }: Couplings) => ({ size, rowStart, column })
