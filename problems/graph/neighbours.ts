import { couplingsFromCoo } from '../../src/qubo/index.ts'
import { atOnce, type Pieces } from '../../src/run/index.ts'

/** Who is joined with whom: loops and repeated edges left out, every row in rising order. */
export interface Neighbours {
  readonly size: number
  readonly rowStart: Uint32Array
  readonly column: Uint32Array
}

interface EdgeLists {
  readonly size: number
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
}

export function neighboursOf({ size, from, to }: EdgeLists): Neighbours {
  const ones = new Float64Array(from.length).fill(1)
  const { rowStart, column } = couplingsFromCoo(size, from, to, ones, new Float64Array(size))
  return { size, rowStart, column }
}

/** Who is not joined with whom; of size² entries. */
export const complementOf = (graph: Neighbours): Neighbours => atOnce(complementing(graph))

/** The same, row by row. */
export function* complementing({ size, rowStart, column }: Neighbours): Pieces<Neighbours> {
  const starts = new Uint32Array(size + 1)
  for (let i = 0; i < size; i++) starts[i + 1] = starts[i] + size - 1 - (rowStart[i + 1] - rowStart[i])
  const columns = new Uint32Array(starts[size])
  for (let i = 0, at = 0; i < size; i++) {
    for (let j = 0, k = rowStart[i]; j < size; j++) {
      if (k < rowStart[i + 1] && column[k] === j) k++
      else if (j !== i) columns[at++] = j
    }
    yield size >> 1
  }
  return { size, rowStart: starts, column: columns }
}

/** The pairs that a complement would hold. */
export const absentPairs = ({ size, column }: Neighbours): number => (size * (size - 1) - column.length) / 2

export const degreeOf = ({ rowStart }: Neighbours, i: number): number => rowStart[i + 1] - rowStart[i]

/** By halving the row. */
export function areJoined({ rowStart, column }: Neighbours, a: number, b: number): boolean {
  let low = rowStart[a]
  let high = rowStart[a + 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (column[middle] < b) low = middle + 1
    else high = middle
  }
  return low < rowStart[a + 1] && column[low] === b
}

export const wordsFor = (size: number): number => (size + 31) >>> 5

/** Row i is words i·w … i·w + w − 1 of w = ⌈size/32⌉; bit j of it says that i and j are joined. */
export function bitRows({ size, rowStart, column }: Neighbours): Uint32Array {
  const words = wordsFor(size)
  const rows = new Uint32Array(size * words)
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) rows[i * words + (column[k] >>> 5)] |= 1 << (column[k] & 31)
  }
  return rows
}

/** More nodes than this, and a table of pairs is not worth its memory. */
const mostInTable = 4096

/**
 * Cliques that hold every edge exactly once, each grown greedily from the first edge that is left: "at most one of a
 * clique" says as much as "not both" of its edges, in one rule and, for integer programmes, more tightly.
 */
export function edgeCliques(neighbours: Neighbours): number[][] {
  const { size, rowStart, column } = neighbours
  const cliques: number[][] = []
  if (size > mostInTable) {
    for (let i = 0; i < size; i++) {
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (column[k] > i) cliques.push([i, column[k]])
    }
    return cliques
  }
  const words = wordsFor(size)
  const left = bitRows(neighbours)
  const common = new Uint32Array(words)
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      if (j > i && (left[i * words + (j >>> 5)] >>> (j & 31)) & 1) cliques.push(grow(left, words, common, i, j))
    }
  }
  return cliques
}

/** Takes the edges of the clique out of `left`. */
function grow(left: Uint32Array, words: number, common: Uint32Array, i: number, j: number): number[] {
  const clique = [i, j]
  for (let w = 0; w < words; w++) common[w] = left[i * words + w] & left[j * words + w]
  for (let next = firstBit(common); next >= 0; next = firstBit(common)) {
    clique.push(next)
    for (let w = 0; w < words; w++) common[w] &= left[next * words + w]
  }
  clique.sort((a, b) => a - b)
  for (const a of clique) for (const b of clique) left[a * words + (b >>> 5)] &= ~(1 << (b & 31))
  return clique
}

function firstBit(words: Uint32Array): number {
  for (let w = 0; w < words.length; w++) if (words[w] !== 0) return w * 32 + 31 - Math.clz32(words[w] & -words[w])
  return -1
}
