import type { Job, Random, Step } from '../../src/run/index.ts'
import { type Distances, goOn, nearestOfEach, nearestOnGrid, type Purse, rangeOf, tabulate } from './near.ts'
import type { Sites } from './sites.ts'
import { improveCity, improveCityOneWay } from './three-opt.ts'
import { enqueue, type Tour, tourFrom, tourLength, turnStretches, undo } from './tour.ts'

/** Tours up to this size are found by looking at all of them. */
const smallest = 8
const neighbours = 8
const longestStretch = 30
/** Distances looked up in one unit of work: 10 ns. */
const looksPerUnit = 4

/**
 * Short tours, better and better, until told to stop: strips or nearest neighbour, then 3-opt over neighbour lists, then small
 * double bridges, each repaired locally and kept when it pays or, in cycles of growing length, when it costs little
 * (Johnson & McGeoch 1997, section 3.3). Finds and result are orders of all places; tiny ones are solved by enumeration.
 */
export function* searchTour(sites: Sites, random: Random): Job<Int32Array, Int32Array> {
  if (sites.size <= smallest) return shortestOfAll(sites)
  const purse: Purse = { allowed: yield { work: 0 }, spent: 0 }
  const start = stripTour(sites)
  if (purse.allowed === 0) return start
  purse.allowed = yield { work: 20 * sites.size, find: start }
  if (purse.allowed === 0) return start
  const distances = yield* tabulate(sites, purse)
  if (distances === null) return start
  const width = Math.min(neighbours, sites.size - 1)
  const near = yield* neighbourLists(sites, distances, width, purse)
  if (near === null) return start
  const nearest = yield* nearestNeighbourTour(distances, near, width, purse)
  if (nearest === null) return start
  const [first, other] = [nearest, start].map((order) => tourFrom(order.slice(), distances, near))
  const tour = tourLength(first) <= tourLength(other) ? first : other
  return yield* perturbForEver(tour, sites.symmetric ? improveCity : improveCityOneWay, random, purse)
}

function neighbourLists(
  sites: Sites,
  distances: Distances,
  width: number,
  purse: Purse,
): Generator<Step, Int32Array | null, number> {
  const { between, table } = distances
  if (table.length === 0 && sites.symmetric && sites.at !== null) return nearestOnGrid(sites.at, width, purse)
  return nearestOfEach(sites.size, width, sites.symmetric ? between : (a, b) => between(b, a), purse)
}

/** Up one strip of the plane and down the next (Few 1955): a tour at once. By number without coordinates. */
function stripTour({ size, at }: Sites): Int32Array {
  const order = Int32Array.from({ length: size }, (_, k) => k)
  if (at === null) return order
  const [left, right] = rangeOf(at, 0)
  const strips = Math.max(1, Math.round(Math.sqrt(size / 3)))
  const strip = Int32Array.from(at, ([x]) => (right > left ? Math.floor((strips * (x - left)) / (right - left)) : 0))
  return order.sort((a, b) => strip[a] - strip[b] || (at[a][1] - at[b][1]) * (strip[a] % 2 === 0 ? 1 : -1) || a - b)
}

/** From place 0 always to the nearest not yet visited. Null when told to stop. */
function* nearestNeighbourTour(
  { size, between }: Distances,
  near: Int32Array,
  width: number,
  purse: Purse,
): Generator<Step, Int32Array | null, number> {
  const order = new Int32Array(size)
  const left = Int32Array.from({ length: size }, (_, k) => k)
  const indexLeft = left.slice()
  let remaining = size
  const take = (city: number, position: number) => {
    order[position] = city
    remaining--
    const other = left[remaining]
    left[indexLeft[city]] = other
    indexLeft[other] = indexLeft[city]
    left[remaining] = city
    indexLeft[city] = remaining
  }
  take(0, 0)
  for (let p = 1; p < size; p++) {
    const listed = firstLeft(near, order[p - 1] * width, width, indexLeft, remaining)
    purse.spent += listed < 0 ? 10 + remaining : 10
    take(listed >= 0 ? listed : nearestLeft(left, remaining, order[p - 1], between), p)
    if (!(yield* goOn(purse))) return null
  }
  return order
}

function firstLeft(near: Int32Array, base: number, width: number, indexLeft: Int32Array, remaining: number): number {
  for (let k = base; k < base + width; k++) if (indexLeft[near[k]] < remaining) return near[k]
  return -1
}

function nearestLeft(
  left: Int32Array,
  remaining: number,
  from: number,
  between: (a: number, b: number) => number,
): number {
  let best = left[0]
  for (let k = 1; k < remaining; k++) if (between(from, left[k]) < between(from, best)) best = left[k]
  return best
}

type Improve = (tour: Tour, city: number) => number

/** Iterated local search on one tour; `best` is the snapshot handed out. */
function* perturbForEver(tour: Tour, improve: Improve, random: Random, purse: Purse): Job<Int32Array, Int32Array> {
  let length = tourLength(tour)
  const best = tour.order.slice()
  let bestLength = length
  let shown = Number.POSITIVE_INFINITY
  // Returns false when told to stop; shows the best tour if it is new.
  function* report(): Generator<Step<Int32Array>, boolean, number> {
    purse.spent += tour.work / looksPerUnit
    tour.work = 0
    if (purse.spent < purse.allowed) return true
    const isNew = bestLength < shown
    shown = bestLength
    purse.allowed = yield isNew ? { work: purse.spent, find: best.slice() } : { work: purse.spent }
    purse.spent = 0
    return purse.allowed > 0
  }
  const keep = () => {
    if (length >= bestLength - 1e-7) return
    bestLength = length
    best.set(tour.order)
    tour.work += tour.size >> 3
  }
  for (const city of best) enqueue(tour, city)
  for (let head = 0; head < tour.queue.length; head++) {
    length -= settleFirst(tour, improve, head)
    tour.log.length = 0
    if (head % 16 === 0) keep()
    if (yield* report()) continue
    keep()
    return best
  }
  tour.queue.length = 0
  keep()
  const typical = bestLength / tour.size
  for (let cycle = 0; ; cycle++) {
    const steps = tour.size * 100 * 2 ** cycle
    for (let k = 0; k < steps; k++) {
      const hot = 1 - k / steps
      const most = 0.4 * typical * hot * hot * random.unit()
      length -= perturb(tour, improve, random, most)
      keep()
      if (tour.work / looksPerUnit + purse.spent >= purse.allowed && !(yield* report())) return best
    }
  }
}

/** Improves around the queue's entry at `head` until nothing more is gained there. */
function settleFirst(tour: Tour, improve: Improve, head: number): number {
  const city = tour.queue[head]
  tour.queued[city] = 0
  let total = 0
  for (let gain = improve(tour, city); gain > 0; gain = improve(tour, city)) total += gain
  return total
}

/** A small double bridge and its repair; undone when the tour gets longer by more than `most`. Returns the gain kept. */
function perturb(tour: Tour, improve: Improve, random: Random, most: number): number {
  const { size, order } = tour
  tour.log.length = 0
  const longest = Math.min(longestStretch, Math.floor((size - 2) / 3))
  const from = random.below(size)
  const lengths = [1 + random.below(longest), 1 + random.below(longest), 1 + random.below(longest)] as const
  const [first, second, third] = lengths
  const last = from + first + second + third
  const corners = [
    from - 1,
    from,
    from + first - 1,
    from + first,
    from + first + second - 1,
    from + first + second,
    last - 1,
    last,
  ]
  const [a, b, c, d, e, f, g, h] = corners.map((p) => order[(p + size) % size])
  const { between } = tour.distances
  let gain = between(a, b) + between(c, d) + between(e, f) + between(g, h)
  gain -= between(a, f) + between(g, d) + between(e, b) + between(c, h)
  turnStretches(tour, from, lengths)
  for (const city of [a, b, c, d, e, f, g, h]) enqueue(tour, city)
  for (let head = 0; head < tour.queue.length; head++) gain += settleFirst(tour, improve, head)
  tour.queue.length = 0
  if (gain >= -most) return gain
  undo(tour)
  return 0
}

/** Every order that starts at place 0. */
function shortestOfAll({ size, between }: Sites): Int32Array {
  const order = Array.from({ length: size }, (_, k) => k)
  let best = order.slice()
  let bestLength = Number.POSITIVE_INFINITY
  const extend = (depth: number, length: number) => {
    if (length >= bestLength) return
    if (depth === size) {
      const closed = length + (size > 1 ? between(order[size - 1], order[0]) : 0)
      if (closed >= bestLength) return
      bestLength = closed
      best = order.slice()
      return
    }
    for (let k = depth; k < size; k++) {
      swap(order, depth, k)
      extend(depth + 1, length + between(order[depth - 1], order[depth]))
      swap(order, depth, k)
    }
  }
  extend(1, 0)
  return Int32Array.from(best)
}

function swap(list: number[], a: number, b: number): void {
  const held = list[a]
  list[a] = list[b]
  list[b] = held
}
