import { degreeOf, type Neighbours } from './neighbours.ts'

/** Above so many nodes the next one is taken by degree alone: looking for it each time would cost the square. */
const mostBySight = 20_000

/**
 * DSATUR (Brélaz 1979): again and again the node that sees most colours, of these the one of highest degree, takes the
 * first colour that none of its neighbours has. Colours of `fixed` (those ≥ 0) stand from the beginning.
 */
export function saturated(neighbours: Neighbours, fixed?: Int32Array): Int32Array {
  const { size, rowStart, column } = neighbours
  const colour = fixed?.slice() ?? new Int32Array(size).fill(-1)
  const seen: Uint8Array[] = []
  const saturation = new Int32Array(size)
  const see = (i: number, c: number) => {
    while (seen.length <= c) seen.push(new Uint8Array(size))
    const marks = seen[c]
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      saturation[column[k]] += 1 - marks[column[k]]
      marks[column[k]] = 1
    }
  }
  for (let i = 0; i < size; i++) if (colour[i] >= 0) see(i, colour[i])
  const waiting = byDegree(neighbours).filter((i) => colour[i] < 0)
  for (let left = waiting.length; left > 0; left--) {
    const at = size > mostBySight ? waiting.length - left : mostSaturated(waiting, left, saturation)
    const i = waiting[at]
    if (size <= mostBySight) waiting.copyWithin(at, at + 1, left)
    colour[i] = firstFree(seen, i)
    see(i, colour[i])
  }
  return colour
}

const byDegree = (neighbours: Neighbours): Uint32Array =>
  Uint32Array.from({ length: neighbours.size }, (_, i) => i).sort(
    (a, b) => degreeOf(neighbours, b) - degreeOf(neighbours, a) || a - b,
  )

function mostSaturated(waiting: Uint32Array, left: number, saturation: Int32Array): number {
  let pick = 0
  for (let at = 1; at < left; at++) if (saturation[waiting[at]] > saturation[waiting[pick]]) pick = at
  return pick
}

function firstFree(seen: readonly Uint8Array[], i: number): number {
  let c = 0
  while (c < seen.length && seen[c][i]) c++
  return c
}

/** The highest colour, plus one. */
export function coloursIn(colour: ArrayLike<number>): number {
  let most = -1
  for (let i = 0; i < colour.length; i++) most = Math.max(most, colour[i])
  return most + 1
}

/** A clique grown from each of the nodes of highest degree, always by the one of highest degree: the largest of them. */
export function greedyClique(neighbours: Neighbours, starts = 32): number[] {
  const { size, rowStart, column } = neighbours
  let best: number[] = [0]
  for (const start of byDegree(neighbours).subarray(0, starts)) {
    const within = new Uint32Array(size)
    const clique = [start]
    for (let i = start; i >= 0; ) {
      let next = -1
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
        const j = column[k]
        const fits = ++within[j] === clique.length
        if (fits && (next < 0 || degreeOf(neighbours, j) > degreeOf(neighbours, next))) next = j
      }
      if (next >= 0) clique.push(next)
      i = next
    }
    if (clique.length > best.length) best = clique
  }
  return best.sort((a, b) => a - b)
}
