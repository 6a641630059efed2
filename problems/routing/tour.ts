import type { Distances } from './near.ts'

/** A closed tour held as an array, its inverse, and the log of what was done to it since `log.length = 0`. */
export interface Tour {
  readonly size: number
  readonly order: Int32Array
  /** place[order[p]] = p. */
  readonly place: Int32Array
  readonly distances: Distances
  /** Neighbours of city c: near[c·width] … near[c·width + width − 1], nearest first. */
  readonly near: Int32Array
  readonly width: number
  /** Reversals as pairs of positions; undone from the back. */
  readonly log: number[]
  /** Cities whose neighbourhood changed: where the search looks next (don't-look bits, Bentley 1992). */
  readonly queue: number[]
  readonly queued: Uint8Array
  work: number
}

export function tourFrom(order: Int32Array, distances: Distances, near: Int32Array): Tour {
  const size = order.length
  const place = new Int32Array(size)
  order.forEach((city, p) => {
    place[city] = p
  })
  const width = near.length / size
  return { size, order, place, distances, near, width, log: [], queue: [], queued: new Uint8Array(size), work: 0 }
}

export function enqueue(tour: Tour, city: number): void {
  if (tour.queued[city] === 1) return
  tour.queued[city] = 1
  tour.queue.push(city)
}

export function tourLength({ size, order, distances }: Tour): number {
  let total = distances.between(order[size - 1], order[0])
  for (let p = 1; p < size; p++) total += distances.between(order[p - 1], order[p])
  return total
}

/** Reverses the stretch of `length` positions that starts at `from` and may wrap around. */
function flip({ size, order, place }: Tour, from: number, length: number): void {
  let i = from
  let j = from + length - 1
  if (j >= size) j -= size
  for (let swaps = length >> 1; swaps > 0; swaps--) {
    const a = order[i]
    const b = order[j]
    order[i] = b
    place[b] = i
    order[j] = a
    place[a] = j
    if (++i === size) i = 0
    if (--j < 0) j = size - 1
  }
}

/** Reverses exactly this stretch: directions matter to the caller. */
function reverseStretch(tour: Tour, from: number, length: number): void {
  flip(tour, from, length)
  tour.log.push(from, length)
  tour.work += length >> 1
}

/** Reverses the path between two positions, or the rest of the tour when that is shorter: the same closed tour. */
function reversePath(tour: Tour, from: number, to: number): void {
  const { size } = tour
  const length = ((to - from + size) % size) + 1
  if (2 * length <= size) reverseStretch(tour, from, length)
  else reverseStretch(tour, (to + 1) % size, size - length)
}

/** Neighbouring stretches change to the opposite order, each keeping its direction: 2 swap places, 3 are a double bridge. */
export function turnStretches(tour: Tour, from: number, lengths: readonly number[]): void {
  const { size } = tour
  let at = from
  reverseStretch(
    tour,
    from,
    lengths.reduce((sum, length) => sum + length, 0),
  )
  for (let k = lengths.length - 1; k >= 0; k--) {
    reverseStretch(tour, at, lengths[k])
    at = (at + lengths[k]) % size
  }
}

/** Back to where the log was empty. */
export function undo(tour: Tour): void {
  const { log } = tour
  for (let k = log.length - 2; k >= 0; k -= 2) {
    flip(tour, log[k], log[k + 1])
    tour.work += log[k + 1] >> 1
  }
  log.length = 0
}

/** Replaces the edges {a, b} and {c, d} by {a, c} and {b, d}; b follows a and d follows c, or both precede. */
export function exchange(tour: Tour, a: number, b: number, c: number, d: number): void {
  const { place, order, size } = tour
  const after = place[a] + 1 === size ? 0 : place[a] + 1
  if (order[after] === b) reversePath(tour, place[b], place[c])
  else reversePath(tour, place[a], place[d])
}
