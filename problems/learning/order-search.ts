import { type Random, shuffle } from '../../src/run/index.ts'
import type { Family } from './network-data.ts'

/** Families in flat lists, cheapest first per variable: family f of v is f in [start[v], start[v + 1]). */
export interface FlatFamilies {
  readonly size: number
  readonly start: Int32Array
  readonly cost: Float64Array
  readonly parentStart: Int32Array
  readonly parents: Int32Array
  /** What a variable counts for that no family fits: more than a whole network. */
  readonly unfit: number
}

/** Puts lists of families, in any order and with repetitions, into flat ones. Yields its work, variable by variable. */
export function* flatten(families: readonly (readonly Family[])[]): Generator<number, FlatFamilies> {
  const sorted: Family[][] = []
  for (const list of families) {
    sorted.push(distinct(list))
    yield 8 + 4 * list.length
  }
  const all = sorted.flat()
  const start = new Int32Array(families.length + 1)
  for (let v = 0; v < families.length; v++) start[v + 1] = start[v] + sorted[v].length
  const parentStart = new Int32Array(all.length + 1)
  for (let f = 0; f < all.length; f++) parentStart[f + 1] = parentStart[f] + all[f].parents.length
  const parents = new Int32Array(parentStart[all.length])
  for (let f = 0; f < all.length; f++) parents.set(all[f].parents, parentStart[f])
  const cost = Float64Array.from(all, (f) => f.cost)
  return { size: families.length, start, cost, parentStart, parents, unfit: 1 + 2 * largestSum(sorted) }
}

/** Cheapest first, fewer parents first among equals; what is there twice, once. */
function distinct(list: readonly Family[]): Family[] {
  const sorted = [...list].sort((a, b) => a.cost - b.cost || a.parents.length - b.parents.length || compare(a, b))
  return sorted.filter((family, k) => k === 0 || compare(family, sorted[k - 1]) !== 0)
}

function compare({ parents: a }: Family, { parents: b }: Family): number {
  const k = a.findIndex((p, i) => p !== b[i])
  return k < 0 ? a.length - b.length : a[k] - (b[k] ?? -1)
}

const largestSum = (families: readonly (readonly Family[])[]): number =>
  families.reduce((sum, list) => sum + list.reduce((most, { cost }) => Math.max(most, Math.abs(cost)), 0), 0)

/** An order of the variables and the cheapest family of each whose parents all come before it. */
export interface Ordering {
  readonly order: Int32Array
  readonly place: Int32Array
  /** −1 where no family fits. */
  readonly choice: Int32Array
  cost: number
  /** Families looked at. */
  work: number
}

const costOf = ({ cost, unfit }: FlatFamilies, f: number): number => (f < 0 ? unfit : cost[f])

function fits({ parentStart, parents }: FlatFamilies, place: Int32Array, f: number, before: number): boolean {
  for (let k = parentStart[f]; k < parentStart[f + 1]; k++) if (place[parents[k]] >= before) return false
  return true
}

function contains({ parentStart, parents }: FlatFamilies, f: number, v: number): boolean {
  for (let k = parentStart[f]; k < parentStart[f + 1]; k++) if (parents[k] === v) return true
  return false
}

export function ordering(families: FlatFamilies, order: ArrayLike<number>): Ordering {
  const place = new Int32Array(families.size)
  for (let k = 0; k < order.length; k++) place[order[k]] = k
  const state = { order: Int32Array.from(order), place, choice: new Int32Array(families.size), cost: 0, work: 0 }
  settle(families, state)
  return state
}

/** Chooses all families afresh. */
function settle(families: FlatFamilies, state: Ordering): void {
  for (let v = 0; v < families.size; v++) state.choice[v] = firstFit(families, state, v, families.start[v])
  state.cost = total(families, state.choice)
}

function total(families: FlatFamilies, choice: Int32Array): number {
  let sum = 0
  for (let v = 0; v < choice.length; v++) sum += costOf(families, choice[v])
  return sum
}

function firstFit(families: FlatFamilies, state: Ordering, v: number, from: number): number {
  const end = families.start[v + 1]
  for (let f = from; f < end; f++) {
    state.work++
    if (fits(families, state.place, f, state.place[v])) return f
  }
  return -1
}

/** Exchanges the variables at k and k + 1; only their own families can change. */
function exchange(families: FlatFamilies, state: Ordering, k: number): void {
  const { order, place, choice } = state
  const first = order[k]
  const second = order[k + 1]
  order[k] = second
  order[k + 1] = first
  place[second] = k
  place[first] = k + 1
  state.work += 2
  if (choice[second] >= 0 && contains(families, choice[second], first)) {
    state.cost -= costOf(families, choice[second])
    choice[second] = firstFit(families, state, second, choice[second] + 1)
    state.cost += costOf(families, choice[second])
  }
  const end = choice[first] < 0 ? families.start[first + 1] : choice[first]
  for (let f = families.start[first]; f < end; f++) {
    state.work++
    if (!contains(families, f, second) || !fits(families, place, f, k + 1)) continue
    state.cost += costOf(families, f) - costOf(families, choice[first])
    choice[first] = f
    return
  }
}

/** Moves the variable at place `from` to place `to`, the others closing up. */
function shift(families: FlatFamilies, state: Ordering, from: number, to: number): void {
  for (let k = from; k < to; k++) exchange(families, state, k)
  for (let k = from - 1; k >= to; k--) exchange(families, state, k)
}

/**
 * Takes one variable out and puts it where the network costs least (the insertion operator of Alonso-Barba, de la Ossa
 * and Puerta 2011, used by Scanagatta, de Campos, Corani and Zaffalon 2015). True when that is better than where it was.
 */
export function insertBest(families: FlatFamilies, state: Ordering, v: number, grain: number): boolean {
  const { place } = state
  const home = place[v]
  const before = state.cost
  let least = before - grain
  let target = home
  for (let k = home; k + 1 < families.size; k++) {
    exchange(families, state, k)
    if (state.cost < least) {
      least = state.cost
      target = k + 1
    }
  }
  for (let k = families.size - 2; k >= 0; k--) {
    exchange(families, state, k)
    if (k < home && state.cost < least) {
      least = state.cost
      target = k
    }
  }
  shift(families, state, 0, target)
  state.cost = target === home ? before : total(families, state.choice)
  return target !== home
}

/** Takes over another ordering. */
export function copyOrdering(into: Ordering, from: Ordering): void {
  into.order.set(from.order)
  into.place.set(from.place)
  into.choice.set(from.choice)
  into.cost = from.cost
}

/** A few variables to other places. */
export function perturb(families: FlatFamilies, state: Ordering, moves: number, random: Random): void {
  for (let k = 0; k < moves; k++) shift(families, state, random.below(families.size), random.below(families.size))
  state.cost = total(families, state.choice)
  state.work += families.size
}

/** To a random order. */
export function reorder(families: FlatFamilies, state: Ordering, random: Random): void {
  const { order, place } = state
  shuffle(order, random)
  for (let k = 0; k < order.length; k++) place[order[k]] = k
  settle(families, state)
}

export const isFit = (state: Ordering): boolean => state.choice.every((f) => f >= 0)

/** The parents that an ordering stands for. */
export function parentsOf({ parentStart, parents }: FlatFamilies, choice: Int32Array): number[][] {
  return Array.from(choice, (f) => (f < 0 ? [] : Array.from(parents.subarray(parentStart[f], parentStart[f + 1]))))
}
