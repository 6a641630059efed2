import type { Random } from '../../src/run/index.ts'
import { emptyRoute, insertStop, type Plan, removeStop, way } from './fleet.ts'

/** Parameters of the paper. */
const meanRemoved = 10
const longestString = 10
const splitChance = 0.5
const keepMoreChance = 0.01
const blinkChance = 0.01

/** What a ruin and its recreation need beside the plan. */
export interface Surroundings {
  /** Other stops of each stop, nearest first: near[stop·width + k]. */
  readonly near: Int32Array
  readonly width: number
  /** How many of them are tried as neighbours when a stop is put back. */
  readonly tried: number
  /** Stops that stand outside, filled by ruin, emptied by recreate as far as it can. */
  readonly absent: number[]
  /** The last ruin that touched a route. */
  readonly touched: Int32Array
  readonly key: Float64Array
  ruins: number
}

/** Slack induction by string removals: takes strings of stops around a seed out of their routes (Christiaens & Vanden Berghe 2020, section 5.1). */
export function ruin(plan: Plan, around: Surroundings, random: Random): void {
  const { size, routeOf, count } = plan
  const { near, width, touched } = around
  const stamp = ++around.ruins
  const standing = size - 1 - around.absent.length
  const longest = Math.min(longestString, standing / Math.max(1, plan.used))
  const most = (4 * meanRemoved) / (1 + longest) - 1
  let strings = Math.floor(random.unit() * most + 1)
  const seed = 1 + random.below(size - 1)
  for (let k = -1; k < width && strings > 0; k++) {
    const stop = k < 0 ? seed : near[seed * width + k]
    const route = routeOf[stop]
    if (route < 0 || touched[route] === stamp) continue
    touched[route] = stamp
    strings--
    const length = Math.floor(random.unit() * Math.min(count[route], longest) + 1)
    removeString(plan, around, stop, Math.min(length, count[route]), random)
  }
}

/** Takes out `length` stops around `stop`; with some chance a few between them stay. */
function removeString(plan: Plan, { absent }: Surroundings, stop: number, length: number, random: Random): void {
  const { next, previous, routeOf, count, size } = plan
  const total = count[routeOf[stop]]
  let kept = 0
  if (length > 1 && length < total && random.unit() < splitChance) {
    kept = 1
    while (length + kept < total && random.unit() < keepMoreChance) kept++
  }
  const span = length + kept
  let start = stop
  let ahead = 1
  for (let back = random.below(span); back > 0 && previous[start] < size; back--) start = previous[start]
  for (let node = start; ahead < span && next[node] < size; node = next[node]) ahead++
  for (; ahead < span; ahead++) start = previous[start]
  const keepFrom = kept > 0 ? 1 + random.below(length - 1) : span
  for (let k = 0, node = start; k < span; k++) {
    const following = next[node]
    if (k < keepFrom || k >= keepFrom + kept) {
      removeStop(plan, node)
      absent.push(node)
    }
    node = following
  }
  plan.work += 4 * span
}

/** Puts absent stops back, each where it costs least, sometimes blinking; what fits nowhere stays absent (section 5.2). */
export function recreate(plan: Plan, around: Surroundings, random: Random): void {
  const { absent } = around
  sortAbsent(plan, around, random)
  let left = 0
  for (const stop of absent) {
    const place = bestPlace(plan, around, stop, random)
    if (place < 0) absent[left++] = stop
    else insertStop(plan, stop, place)
  }
  absent.length = left
}

/** By chance, demand, far or close: weights 4, 4, 2, 1. */
function sortAbsent(plan: Plan, { absent, key }: Surroundings, random: Random): void {
  const order = random.below(11)
  for (const stop of absent) {
    if (order < 4) key[stop] = random.unit()
    else if (order < 8) key[stop] = -plan.demand[stop]
    else key[stop] = order < 10 ? -way(plan, plan.size, stop) : way(plan, plan.size, stop)
  }
  absent.sort((a, b) => key[a] - key[b] || a - b)
}

/** The node after which the stop is cheapest, −1 when no route has room. Flat: the hot loop. */
function bestPlace(plan: Plan, { near, width, tried }: Surroundings, stop: number, random: Random): number {
  const { size, next, previous, routeOf, load, capacity, demand, distances } = plan
  const { table, between } = distances
  const tabled = table.length > 0
  const room = capacity - demand[stop]
  let best = Number.POSITIVE_INFINITY
  let place = -1
  for (let k = 0; k < tried; k++) {
    const other = near[stop * width + k]
    const route = routeOf[other]
    if (route < 0 || load[route] > room) continue
    const before = previous[other] < size ? previous[other] : 0
    const after = next[other] < size ? next[other] : 0
    let asNext: number
    let asPrevious: number
    if (tabled) {
      const there = table[other * size + stop]
      const back = table[stop * size + other]
      asNext = there + table[stop * size + after] - table[other * size + after]
      asPrevious = table[before * size + stop] + back - table[before * size + other]
    } else {
      asNext = between(other, stop) + between(stop, after) - between(other, after)
      asPrevious = between(before, stop) + between(stop, other) - between(before, other)
    }
    if (asNext < best && random.unit() >= blinkChance) {
      best = asNext
      place = other
    }
    if (asPrevious < best && random.unit() >= blinkChance) {
      best = asPrevious
      place = previous[other]
    }
  }
  plan.work += 6 * tried
  if (place < 0) [place, best] = placeAnywhere(plan, stop, room)
  const route = emptyRoute(plan)
  const alone = route < 0 ? Number.POSITIVE_INFINITY : way(plan, size, stop) + way(plan, stop, size)
  return alone < best ? size + route : place
}

/** When nothing near has room: every place. */
function placeAnywhere(plan: Plan, stop: number, room: number): [place: number, cost: number] {
  const { size, next, routeOf, load } = plan
  let best = Number.POSITIVE_INFINITY
  let place = -1
  for (let other = 1; other < size; other++) {
    const route = routeOf[other]
    if (route < 0 || load[route] > room) continue
    const cost = way(plan, other, stop) + way(plan, stop, next[other]) - way(plan, other, next[other])
    if (cost >= best) continue
    best = cost
    place = other
  }
  plan.work += 3 * size
  return [place, best]
}
