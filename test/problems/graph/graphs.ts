import fc from 'fast-check'
import { type Neighbours, neighboursOf } from '../../../problems/graph/neighbours.ts'

export type Pair = readonly [number, number]

export const joined = (size: number, pairs: readonly Pair[]): Neighbours =>
  neighboursOf({ size, from: pairs.map((p) => p[0]), to: pairs.map((p) => p[1]) })

export const cyclePairs = (size: number): Pair[] => Array.from({ length: size }, (_, i) => [i, (i + 1) % size])

export const allPairs = (size: number): Pair[] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: i }, (_, j): Pair => [j, i])).flat()

/** Graphs of at most `most` nodes as pairs, loops and repetitions included. */
export const someGraph = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 3 * most }),
    }),
  )

/** The most that a subset without a joined pair weighs, by looking at all. */
export function heaviestApart({ size, rowStart, column }: Neighbours, weight: ArrayLike<number>): number {
  const rows = Array.from({ length: size }, (_, i) =>
    Array.from(column.subarray(rowStart[i], rowStart[i + 1])).reduce((bits, j) => bits | (1 << j), 0),
  )
  let best = 0
  for (let set = 0; set < 1 << size; set++) {
    let total = 0
    for (let i = 0; i < size && total >= 0; i++) {
      if (!((set >> i) & 1)) continue
      total = rows[i] & set ? -1 : total + weight[i]
    }
    best = Math.max(best, total)
  }
  return best
}
