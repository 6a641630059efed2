import { pairTable, subsetSums } from './exhaust-table.ts'

/** A Qubo as dense arrays: E(x) = offset + Σ linear[i]·xᵢ + Σ_{i<j} matrix[i·size + j]·xᵢxⱼ. */
export interface DenseQubo {
  readonly size: number
  readonly offset: number
  readonly linear: Float64Array
  readonly matrix: Float64Array
}

/** The energies of all 2^size states; bit i of the index is variable i. */
export interface Diagonal {
  readonly qubo: DenseQubo
  /** Energies of the pairs among the low bits, for the states of one block. */
  readonly pairs: Float64Array
  readonly energy: Float64Array
  readonly least: number
  /** With few different energies: energy[x] = least + unit · level[x], exactly. Null when there are too many. */
  readonly level: Uint16Array | null
  readonly levels: number
  readonly unit: number
}

/** States are worked on in blocks of this many low bits: 2¹² amplitudes stay in the second-level cache. */
export const blockBits = 12

/** Fills the diagonal in blocks of 2¹² states by doubling; yields the work of every block. 10 bytes per state. */
export function* diagonal(qubo: DenseQubo): Generator<number, Diagonal> {
  const { size } = qubo
  const low = Math.min(blockBits, size)
  const pairs = lowPairs(qubo, low)
  const sums = new Float64Array(2 ** low)
  const fields = new Float64Array(low)
  const energy = new Float64Array(2 ** size)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let start = 0; start < energy.length; start += sums.length) {
    const base = highPart(qubo, low, start / sums.length, fields)
    subsetSums(sums, fields, 0, low)
    for (let x = 0; x < sums.length; x++) {
      const e = base + sums[x] + pairs[x]
      energy[start + x] = e
      if (e < least) least = e
      if (e > most) most = e
    }
    yield Math.ceil(sums.length / 4)
  }
  const unit = unitOf(qubo)
  const levels = Math.round((most - least) / unit) + 1
  // A table of more levels than a quarter of the states would save nothing.
  if (!(levels <= Math.min(65536, Math.max(256, energy.length / 4))))
    return { qubo, pairs, energy, least, level: null, levels, unit }
  const level = new Uint16Array(energy.length)
  for (let start = 0; start < energy.length; start += sums.length) {
    for (let x = start; x < start + sums.length; x++) level[x] = (energy[x] - least) / unit + 0.5
    yield Math.ceil(sums.length / 8)
  }
  return { qubo, pairs, energy, least, level, levels, unit }
}

function lowPairs({ size, matrix }: DenseQubo, low: number): Float64Array {
  const corner = new Float64Array(low * low)
  for (let i = 0; i < low; i++) for (let j = 0; j < low; j++) corner[i * low + j] = matrix[i * size + j]
  return pairTable(corner, low, low)
}

/** Energy of the high bits alone; `fields` becomes what each low bit costs beside them. */
export function highPart(
  { size, offset, linear, matrix }: DenseQubo,
  low: number,
  high: number,
  fields: Float64Array,
): number {
  let base = offset
  for (let i = 0; i < low; i++) fields[i] = linear[i]
  for (let i = low; i < size; i++) {
    if (!((high >>> (i - low)) & 1)) continue
    base += linear[i]
    for (let j = 0; j < low; j++) fields[j] += matrix[i * size + j]
    for (let j = low; j < i; j++) if ((high >>> (j - low)) & 1) base += matrix[i * size + j]
  }
  return base
}

/** The largest power of two from 1 down to 2⁻¹⁰ that divides every coefficient; 0 when none does. */
function unitOf({ linear, matrix }: DenseQubo): number {
  for (let unit = 1; unit >= 2 ** -10; unit /= 2) {
    if (linear.every((v) => Number.isInteger(v / unit)) && matrix.every((v) => Number.isInteger(v / unit))) return unit
  }
  return 0
}
