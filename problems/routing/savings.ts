import type { Step } from '../../src/run/index.ts'
import type { Fleet, Routes } from './fleet.ts'
import { goOn, type Purse } from './near.ts'
import type { Sites } from './sites.ts'

/**
 * Clarke & Wright's savings (1964): a route per stop, joined end to start where that saves most and the load allows.
 * `near` holds the `width` nearest stops of each place; the first `joined` of them are the pairs that are looked at.
 * Knows no limit on vehicles. Null when told to stop.
 */
export function* savingsRoutes(
  { sites, demand, capacity }: Fleet,
  near: Int32Array,
  width: number,
  purse: Purse,
  joined = width,
): Generator<Step, Routes | null, number> {
  const offers = yield* offersOf(sites, near, width, joined, purse)
  if (offers === null) return null
  const routes: Routes = Array.from({ length: sites.size }, (_, k) => (k === 0 ? [] : [k]))
  const load = demand.slice()
  const home = Int32Array.from({ length: sites.size }, (_, k) => k)
  const perTurn = 4 + 2 * Math.ceil(Math.log2(sites.size))
  while (offers.heap.length > 0) {
    const from = offers.heap[0]
    const to = offers.to[offers.next[from]]
    purse.spent += perTurn
    if (!(yield* goOn(purse))) return null
    drop(offers)
    const a = home[from]
    const b = home[to]
    if (a === b || load[a] + load[b] > capacity || !turnToEnds(routes[a], routes[b], from, to, sites.symmetric))
      continue
    purse.spent += routes[b].length >> 1
    load[a] += load[b]
    for (const stop of routes[b]) home[stop] = a
    routes[a].push(...routes[b])
    routes[b] = []
  }
  return routes.filter((route) => route.length > 0)
}

/**
 * Every stop's pairs that save anything, best first: those of stop a are next[a] ≤ k < end[a]. `heap` holds the stops
 * that have some left, the one with the best pair on top, so that nothing as long as all pairs is ever sorted at once.
 */
interface Offers {
  readonly next: Int32Array
  readonly end: Int32Array
  readonly to: Int32Array
  readonly saving: Float64Array
  readonly heap: number[]
}

function* offersOf(
  sites: Sites,
  near: Int32Array,
  width: number,
  joined: number,
  purse: Purse,
): Generator<Step, Offers | null, number> {
  const { size } = sites
  const pairs = yield* pairsOf(sites, near, width, joined, purse)
  if (pairs === null) return null
  const next = new Int32Array(size)
  const end = new Int32Array(size)
  const to = new Int32Array(pairs.start[size])
  const saving = new Float64Array(pairs.start[size])
  const heap: number[] = []
  for (let a = 1, at = 0; a < size; a++) {
    const mine = worthJoining(sites, a, pairs.to.subarray(pairs.start[a], pairs.start[a + 1]))
    next[a] = at
    for (const pair of mine) {
      to[at] = pair.to
      saving[at++] = pair.saving
    }
    end[a] = at
    if (mine.length > 0) heap.push(a)
    purse.spent += 12 * (pairs.start[a + 1] - pairs.start[a])
    if (!(yield* goOn(purse))) return null
  }
  const offers = { next, end, to, saving, heap }
  for (let k = (heap.length >> 1) - 1; k >= 0; k--) sink(offers, k)
  return offers
}

interface Pairs {
  readonly start: Int32Array
  readonly to: Int32Array
}

/** Each stop's neighbours and those it is a neighbour of, once; where ways are the same both ways, in one direction. */
function* pairsOf(
  { size, symmetric }: Sites,
  near: Int32Array,
  width: number,
  joined: number,
  purse: Purse,
): Generator<Step, Pairs | null, number> {
  const visitOf = (a: number, visit: (from: number, to: number) => void) => {
    for (let k = a * width; k < a * width + joined; k++) {
      const b = near[k]
      const mutual = isNear(near, b * width, joined, a)
      if (!symmetric) visit(a, b)
      if (!symmetric && !mutual) visit(b, a)
      if (symmetric && (a < b || !mutual)) visit(Math.min(a, b), Math.max(a, b))
    }
    purse.spent += 4 * joined
  }
  const start = new Int32Array(size + 1)
  for (let a = 1; a < size; a++) {
    visitOf(a, (from) => start[from + 1]++)
    if (!(yield* goOn(purse))) return null
  }
  for (let a = 0; a < size; a++) start[a + 1] += start[a]
  const fill = start.slice()
  const to = new Int32Array(start[size])
  for (let a = 1; a < size; a++) {
    visitOf(a, (from, other) => {
      to[fill[from]++] = other
    })
    if (!(yield* goOn(purse))) return null
  }
  return { start, to }
}

function isNear(near: Int32Array, first: number, count: number, other: number): boolean {
  for (let k = first; k < first + count; k++) if (near[k] === other) return true
  return false
}

function worthJoining({ between }: Sites, from: number, others: Int32Array): { to: number; saving: number }[] {
  const home = between(from, 0)
  return Array.from(others, (to) => ({ to, saving: home + between(0, to) - between(from, to) }))
    .filter(({ saving }) => saving > 0)
    .sort((a, b) => b.saving - a.saving || a.to - b.to)
}

/** The best pair is taken: its stop's next one counts from now on. */
function drop(offers: Offers): void {
  const { next, end, heap } = offers
  if (++next[heap[0]] === end[heap[0]]) {
    const last = heap.pop() as number
    if (heap.length > 0) heap[0] = last
  }
  sink(offers, 0)
}

function sink({ next, saving, heap }: Offers, from: number): void {
  const before = (a: number, b: number) => saving[next[a]] - saving[next[b]] || b - a
  for (let k = from; ; ) {
    let best = k
    for (let child = 2 * k + 1; child <= 2 * k + 2 && child < heap.length; child++)
      if (before(heap[child], heap[best]) > 0) best = child
    if (best === k) return
    const held = heap[k]
    heap[k] = heap[best]
    heap[best] = held
    k = best
  }
}

/** Whether `from` can end its route and `to` start its own; turns either where ways are the same both ways. */
function turnToEnds(first: number[], second: number[], from: number, to: number, mayTurn: boolean): boolean {
  if (mayTurn && first[0] === from) first.reverse()
  if (mayTurn && second[second.length - 1] === to) second.reverse()
  return first[first.length - 1] === from && second[0] === to
}
