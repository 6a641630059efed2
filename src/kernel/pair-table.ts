import type { Couplings } from '../qubo/index.ts'

/** The coupling of two bits, 0 where there is none. */
export type PairTable = (i: number, j: number) => number

/** Up to this many bits a full matrix is kept (8 MiB); beyond, a binary search in the shorter row. */
const largestMatrix = 1024

const memo = new WeakMap<Float64Array, PairTable>()

/** Fast look-up of q_ij, kept for as long as the Qubo's value array lives. */
export function pairTable(qubo: Couplings): PairTable {
  const known = memo.get(qubo.value) ?? (qubo.size <= largestMatrix ? matrixOf(qubo) : searchIn(qubo))
  memo.set(qubo.value, known)
  return known
}

function matrixOf({ size, rowStart, column, value }: Couplings): PairTable {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) matrix[i * size + column[k]] = value[k]
  }
  return (i, j) => matrix[i * size + j]
}

function searchIn({ rowStart, column, value }: Couplings): PairTable {
  return (i, j) => {
    const swap = rowStart[i + 1] - rowStart[i] > rowStart[j + 1] - rowStart[j]
    const row = swap ? j : i
    const wanted = swap ? i : j
    let low = rowStart[row]
    let high = rowStart[row + 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (column[middle] < wanted) low = middle + 1
      else high = middle
    }
    return low < rowStart[row + 1] && column[low] === wanted ? value[low] : 0
  }
}
