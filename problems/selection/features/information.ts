import { log2 } from '../../logarithm.ts'

/** A list of numbers as categories 0 … count − 1. */
interface Categories {
  readonly of: Uint16Array
  readonly count: number
}

/** Bins of a discretised feature. */
const mostBins = 10

/** Every distinct value its own category, in ascending order. */
export function categories(list: ArrayLike<number>): Categories {
  const values = [...new Set(Array.from(list))].sort((a, b) => a - b)
  const index = new Map(values.map((value, k) => [value, k]))
  return { of: Uint16Array.from(list, (value) => index.get(value) as number), count: values.length }
}

/**
 * Equal-frequency discretisation into min(10, distinct values) bins: a value belongs to the bin of its first place in
 * sorted order, so equal values stay together.
 */
export function discretise(list: ArrayLike<number>): Categories {
  const distinct = new Set(Array.from(list))
  if (distinct.size <= mostBins) return categories(list)
  const sorted = Float64Array.from(list).sort()
  const bin = new Map<number, number>()
  for (let k = sorted.length - 1; k >= 0; k--) bin.set(sorted[k], Math.floor((k * mostBins) / sorted.length))
  return { of: Uint16Array.from(list, (value) => bin.get(value) as number), count: mostBins }
}

/** count·log2(count) for every count up to the number of rows. */
export function countLogarithms(rows: number): Float64Array {
  return Float64Array.from({ length: rows + 1 }, (_, c) => (c === 0 ? 0 : c * log2(c)))
}

/** Σ c·log2 c over the counts of one column's categories. */
export function spread(x: Categories, logs: Float64Array): number {
  const counts = new Uint32Array(x.count)
  for (let r = 0; r < x.of.length; r++) counts[x.of[r]]++
  return sumOver(counts, logs)
}

/**
 * Mutual information in bits, from counts: I = log2 R + (Σ_ab c log2 c − Σ_a c log2 c − Σ_b c log2 c) / R; never below 0.
 * `spreads` are those of x and y.
 */
export function mutualInformation(
  x: Categories,
  y: Categories,
  spreads: readonly [number, number],
  logs: Float64Array,
): number {
  const rows = x.of.length
  const counts = new Uint32Array(x.count * y.count)
  for (let r = 0; r < rows; r++) counts[x.of[r] * y.count + y.of[r]]++
  return Math.max(0, (logs[rows] + sumOver(counts, logs) - spreads[0] - spreads[1]) / rows)
}

function sumOver(counts: Uint32Array, logs: Float64Array): number {
  let total = 0
  for (let k = 0; k < counts.length; k++) total += logs[counts[k]]
  return total
}
