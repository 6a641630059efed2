/** Inner sums cover this many bits: 64 numbers stay in the fastest cache while the table streams by. */
const innerBits = 6

/** Energies of the pairs among the last `bits` variables of a dense matrix, for all their 2^bits states. */
export function pairTable(matrix: Float64Array, size: number, bits: number): Float64Array {
  const table = new Float64Array(Math.max(4, 2 ** bits)).fill(Number.POSITIVE_INFINITY)
  const field = new Float64Array(table.length)
  const first = size - bits
  table[0] = 0
  for (let i = 0; i < bits; i++) {
    const row = (first + i) * size + first
    subsetSums(field, matrix, row, i)
    for (let x = 0; x < 2 ** i; x++) table[x + 2 ** i] = table[x] + field[x]
  }
  return table
}

/** out[x] = Σ over the bits i of x of values[at + i], for all x < 2^bits, by doubling. */
export function subsetSums(out: Float64Array, values: Float64Array, at: number, bits: number): void {
  out[0] = 0
  for (let i = 0, half = 1; i < bits; i++, half *= 2) {
    const value = values[at + i]
    for (let x = 0; x < half; x++) out[x + half] = out[x] + value
  }
}

/** Scratch for the sums over the inner and the outer table bits. */
export interface TableSums {
  readonly inner: Float64Array
  readonly outer: Float64Array
  readonly innerBits: number
  readonly outerBits: number
}

export function tableSums(bits: number): TableSums {
  const within = Math.min(innerBits, bits)
  return {
    innerBits: within,
    outerBits: bits - within,
    inner: new Float64Array(Math.max(4, 2 ** within)),
    outer: new Float64Array(2 ** (bits - within)),
  }
}

/** min over x of table[x] + Σ fields[at + i]·xᵢ. Leaves the sums behind for `firstState`. */
export function leastState(table: Float64Array, sums: TableSums, fields: Float64Array, at: number): number {
  const { inner, outer } = sums
  subsetSums(inner, fields, at, sums.innerBits)
  subsetSums(outer, fields, at + sums.innerBits, sums.outerBits)
  const width = inner.length
  let least = Number.POSITIVE_INFINITY
  for (let block = 0, start = 0; block < outer.length; block++, start += width) {
    let a = Number.POSITIVE_INFINITY
    let b = a
    let c = a
    let d = a
    // Four chains, so that the comparisons do not wait for each other.
    for (let k = 0; k < width; k += 4) {
      const u = table[start + k] + inner[k]
      const v = table[start + k + 1] + inner[k + 1]
      const w = table[start + k + 2] + inner[k + 2]
      const z = table[start + k + 3] + inner[k + 3]
      if (u < a) a = u
      if (v < b) b = v
      if (w < c) c = w
      if (z < d) d = z
    }
    if (b < a) a = b
    if (d < c) c = d
    if (c < a) a = c
    a += outer[block]
    if (a < least) least = a
  }
  return least
}

/** The lowest x that has the value just found by `leastState`. */
export function firstState(table: Float64Array, { inner, outer }: TableSums, value: number): number {
  const width = inner.length
  for (let x = 0; x < outer.length * width; x++) {
    if (table[x] + inner[x % width] + outer[Math.floor(x / width)] === value) return x
  }
  return 0
}
