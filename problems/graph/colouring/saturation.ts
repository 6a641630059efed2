import { atOnce, type Pieces, sorted } from '../../../src/run/index.ts'
import { MinHeap } from '../min-heap.ts'
import { degreeOf, type Neighbours } from '../neighbours.ts'

/** Units between two pieces. */
const pause = 8192

/**
 * DSATUR (Brélaz 1979): again and again the node that sees most colours, of these the one of highest degree, takes the
 * first colour that none of its neighbours has. Colours of `fixed` (those ≥ 0) stand from the beginning.
 */
export const saturated = (neighbours: Neighbours, fixed?: Int32Array): Int32Array =>
  atOnce(saturating(neighbours, fixed))

/** The same in pieces. */
export function* saturating(neighbours: Neighbours, fixed?: Int32Array): Pieces<Int32Array> {
  const { size, rowStart, column } = neighbours
  const colour = fixed?.slice() ?? new Int32Array(size).fill(-1)
  const seen: Uint8Array[] = []
  const saturation = new Int32Array(size)
  const order = yield* byDegree(neighbours)
  const waiting = new WaitingNodes(order)
  let work = 0
  const see = (i: number, c: number) => {
    while (seen.length <= c) seen.push(new Uint8Array(size))
    const marks = seen[c]
    work += 4 + 2 * (rowStart[i + 1] - rowStart[i])
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      if (marks[j]) continue
      marks[j] = 1
      saturation[j]++
      if (colour[j] < 0) work += waiting.add(j, saturation[j])
    }
  }
  for (let i = 0; i < size; i++) if (colour[i] >= 0) see(i, colour[i])
  for (let i = waiting.next(colour); i >= 0; i = waiting.next(colour)) {
    colour[i] = firstFree(seen, i)
    see(i, colour[i])
    if (work < pause) continue
    yield work
    work = 0
  }
  yield work + size
  return colour
}

const byDegree = (neighbours: Neighbours): Pieces<Uint32Array> =>
  sorted(neighbours.size, (a, b) => degreeOf(neighbours, b) - degreeOf(neighbours, a))

/** Uncoloured nodes by how many colours they see, then by their place in an order; some stand here several times. */
class WaitingNodes {
  private readonly order: Uint32Array
  private readonly rank: Uint32Array
  /** A heap per saturation of places in the order, the first on top; what was passed over is dropped when met. */
  private readonly heaps: MinHeap[] = []
  /** Nobody sees more. */
  private highest = 0
  /** Of those who see no colour, whoever was not met yet. */
  private unseen = 0

  constructor(order: Uint32Array) {
    this.order = order
    this.rank = new Uint32Array(order.length)
    for (let at = 0; at < order.length; at++) this.rank[order[at]] = at
  }

  /** The node sees so many colours now. Returns the work. */
  add(node: number, saturation: number): number {
    while (this.heaps.length <= saturation) this.heaps.push(new MinHeap())
    this.highest = Math.max(this.highest, saturation)
    return 4 + this.heaps[saturation].push(this.rank[node])
  }

  /** The next without a colour; −1 when all have one. */
  next(colour: Int32Array): number {
    for (; this.highest > 0; this.highest--) {
      const heap = this.heaps[this.highest]
      while (heap.count > 0) {
        const node = this.order[heap.pop()]
        if (colour[node] < 0) return node
      }
    }
    while (this.unseen < this.order.length && colour[this.order[this.unseen]] >= 0) this.unseen++
    return this.unseen < this.order.length ? this.order[this.unseen] : -1
  }
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
export const greedyClique = (neighbours: Neighbours): number[] => atOnce(growingClique(neighbours))

const starts = 32

/** The same in pieces. */
export function* growingClique(neighbours: Neighbours): Pieces<number[]> {
  const { size, rowStart, column } = neighbours
  let best: number[] = [0]
  for (const start of (yield* byDegree(neighbours)).subarray(0, starts)) {
    let work = size >> 2
    const within = new Uint32Array(size)
    const clique = [start]
    for (let i = start; i >= 0; ) {
      let next = -1
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
        const j = column[k]
        const fits = ++within[j] === clique.length
        if (fits && (next < 0 || degreeOf(neighbours, j) > degreeOf(neighbours, next))) next = j
      }
      work += 2 * (rowStart[i + 1] - rowStart[i])
      if (next >= 0) clique.push(next)
      i = next
    }
    if (clique.length > best.length) best = clique
    yield work + 1
  }
  return best.sort((a, b) => a - b)
}
