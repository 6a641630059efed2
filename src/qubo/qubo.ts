import { type Couplings, couplingsFromCoo, zeros } from './couplings.ts'
import { hashArrays } from './hash.ts'

/** Exactly one of `members` is 1. */
export interface OneHot {
  readonly kind: 'one-hot'
  readonly members: Uint32Array
}

/** `members[i * order + p]` is 1 when item i stands at position p; every item has one position and every position one item. */
export interface Permutation {
  readonly kind: 'permutation'
  readonly order: number
  readonly members: Uint32Array
}

/** Exactly `count` of `members` are 1. */
export interface Subset {
  readonly kind: 'subset'
  readonly count: number
  readonly members: Uint32Array
}

export type Group = OneHot | Permutation | Subset
export type Structure = Group['kind']

/**
 * Quadratic unconstrained binary optimization, minimised:
 * E(x) = offset + Σᵢ linear[i]·xᵢ + Σ_{i<j} q_ij·xᵢxⱼ, with q_ij the *whole* coefficient of the pair.
 *
 * The couplings are compressed sparse rows holding every pair in both directions: row i lists its neighbours
 * `column[k]` with `value[k]` for `rowStart[i] ≤ k < rowStart[i + 1]`, columns ascending.
 * `groups` are known structures. A group whose name is in `native` carries no penalty: the solver must keep it itself.
 */
export interface Qubo extends Couplings {
  readonly kind: 'qubo'
  readonly offset: number
  readonly linear: Float64Array
  readonly groups: readonly Group[]
  readonly native: readonly Structure[]
  /** Hexadecimal digest of all numbers above: equal data, equal hash, on every platform. */
  readonly hash: string
}

export interface QuboParts {
  readonly offset?: number
  readonly groups?: readonly Group[]
  readonly native?: readonly Structure[]
}

/** Freezes given arrays into a Qubo (no copies are made). */
export function quboOf(couplings: Couplings, linear: Float64Array, parts: QuboParts = {}): Qubo {
  const { offset = 0, groups = [], native = [] } = parts
  const { size, rowStart, column, value } = couplings
  let digest: string | undefined
  return {
    kind: 'qubo',
    size,
    offset,
    linear,
    rowStart,
    column,
    value,
    groups,
    native,
    get hash() {
      const structures = groups.map(structureText)
      return (digest ??= hashArrays(
        ['qubo', size, offset, ...native, ...structures],
        linear,
        rowStart,
        column,
        value,
        ...groups.map((g) => g.members),
      ))
    },
  }
}

function structureText(group: Group): string {
  if (group.kind === 'one-hot') return group.kind
  return group.kind === 'permutation' ? `permutation ${group.order}` : `subset ${group.count}`
}

/**
 * A Qubo from coordinate lists: rows[k], columns[k], values[k]. Equal indices add to the linear part, repeated and
 * mirrored pairs add up. O(terms).
 */
export function quboFromCoo(
  size: number,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  values: ArrayLike<number>,
  parts: QuboParts = {},
): Qubo {
  const linear = zeros(size)
  const couplings = couplingsFromCoo(size, rows, columns, values, linear)
  return quboOf(couplings, linear, parts)
}

/** E(x) recomputed from scratch; x holds 0 and 1. */
export function quboEnergy(qubo: Qubo, x: ArrayLike<number>): number {
  const { size, linear, rowStart, column, value } = qubo
  let energy = qubo.offset
  for (let i = 0; i < size; i++) {
    if (!x[i]) continue
    energy += linear[i]
    const end = rowStart[i + 1]
    for (let k = rowStart[i]; k < end && column[k] < i; k++) if (x[column[k]]) energy += value[k]
  }
  return energy
}
