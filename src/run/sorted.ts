import type { Pieces } from './pieces.ts'

/** So many are sorted at once. */
const block = 2048

/** 0 … size − 1 in the order of `compare`, equals in their own order: blocks, then merges, piece by piece. */
export function* sorted(size: number, compare: (a: number, b: number) => number): Pieces<Uint32Array> {
  const orderly = (a: number, b: number) => compare(a, b) || a - b
  let from = Uint32Array.from({ length: size }, (_, k) => k)
  for (let start = 0; start < size; start += block) {
    from.subarray(start, start + block).sort(orderly)
    yield 16 * Math.min(block, size - start)
  }
  let to = new Uint32Array(size)
  for (let width = block; width < size; width *= 2) {
    for (let start = 0; start < size; start += 2 * width) yield* merged(from, to, start, width, orderly)
    const kept = from
    from = to
    to = kept
  }
  return from
}

function* merged(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  width: number,
  compare: (a: number, b: number) => number,
): Pieces<void> {
  const middle = Math.min(from.length, start + width)
  const end = Math.min(from.length, start + 2 * width)
  let left = start
  let right = middle
  for (let at = start; at < end; at++) {
    const isLeft = right >= end || (left < middle && compare(from[left], from[right]) <= 0)
    to[at] = from[isLeft ? left++ : right++]
    if ((at - start) % block === block - 1) yield 2 * block
  }
}
