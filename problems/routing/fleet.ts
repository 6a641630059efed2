import type { Distances } from './near.ts'
import type { Sites } from './sites.ts'

/** A vehicle routing problem as numbers: place 0 is the depot, 1 … size − 1 are stops. */
export interface Fleet {
  readonly sites: Sites
  /** By place; 0 at the depot. */
  readonly demand: Float64Array
  readonly capacity: number
  /** Null: as many as are useful. */
  readonly vehicles: number | null
}

export type Routes = number[][]

/**
 * Routes as linked rings that pass their depot: node size + r is the depot of route r. Stops that no route holds have
 * route −1. Every change is logged, so that it can be taken back.
 */
export interface Plan {
  readonly size: number
  readonly most: number
  readonly demand: Float64Array
  readonly capacity: number
  readonly distances: Distances
  readonly next: Int32Array
  readonly previous: Int32Array
  readonly routeOf: Int32Array
  readonly load: Float64Array
  readonly count: Int32Array
  /** Empty routes; may also list some that are not empty any more. */
  readonly empties: number[]
  readonly listed: Uint8Array
  /** Triples: stop, and where it was taken out (the node before it and the route), or −1, −1 when it was put in. */
  readonly log: number[]
  used: number
  length: number
  work: number
}

export function planOf({ sites, demand, capacity, vehicles }: Fleet, distances: Distances): Plan {
  const { size } = sites
  const most = Math.min(size - 1, vehicles ?? size - 1)
  const ring = () => Int32Array.from({ length: size + most }, (_, node) => node)
  return {
    size,
    most,
    demand,
    // Sums of demands that are no whole numbers may round up.
    capacity: capacity * (1 + 1e-10),
    distances,
    next: ring(),
    previous: ring(),
    routeOf: Int32Array.from({ length: size + most }, (_, node) => (node < size ? -1 : node - size)),
    load: new Float64Array(most),
    count: new Int32Array(most),
    empties: Array.from({ length: most }, (_, k) => most - 1 - k),
    listed: new Uint8Array(most).fill(1),
    log: [],
    used: 0,
    length: 0,
    work: 0,
  }
}

/** The way between two nodes, any of which may be a depot. */
export function way({ size, distances }: Plan, a: number, b: number): number {
  const from = a < size ? a : 0
  const to = b < size ? b : 0
  return distances.table.length > 0 ? distances.table[from * size + to] : from === to ? 0 : distances.between(from, to)
}

/** A route without stops, or −1. */
export function emptyRoute({ empties, listed, count }: Plan): number {
  while (empties.length > 0) {
    const route = empties[empties.length - 1]
    if (count[route] === 0) return route
    listed[route] = 0
    empties.pop()
  }
  return -1
}

export function insertStop(plan: Plan, stop: number, before: number): void {
  plan.length += way(plan, before, stop) + way(plan, stop, plan.next[before]) - way(plan, before, plan.next[before])
  link(plan, stop, before)
  plan.log.push(stop, -1, -1)
}

export function removeStop(plan: Plan, stop: number): void {
  const { next, previous, routeOf, log } = plan
  const before = previous[stop]
  log.push(stop, before, routeOf[stop])
  plan.length += way(plan, before, next[stop]) - way(plan, before, stop) - way(plan, stop, next[stop])
  unlink(plan, stop)
}

/** Back to where the log was empty and the length was `length`. */
export function takeBack(plan: Plan, length: number): void {
  const { log } = plan
  for (let k = log.length - 3; k >= 0; k -= 3) {
    if (log[k + 1] < 0) unlink(plan, log[k])
    else link(plan, log[k], log[k + 1])
  }
  log.length = 0
  plan.length = length
}

function link(plan: Plan, stop: number, before: number): void {
  const { next, previous, routeOf, load, count, demand } = plan
  const after = next[before]
  const route = routeOf[before]
  next[before] = stop
  previous[stop] = before
  next[stop] = after
  previous[after] = stop
  routeOf[stop] = route
  load[route] += demand[stop]
  if (count[route]++ === 0) plan.used++
}

function unlink(plan: Plan, stop: number): void {
  const { next, previous, routeOf, load, count, demand, empties, listed } = plan
  const route = routeOf[stop]
  next[previous[stop]] = next[stop]
  previous[next[stop]] = previous[stop]
  routeOf[stop] = -1
  load[route] -= demand[stop]
  if (--count[route] > 0) return
  load[route] = 0
  plan.used--
  if (listed[route] === 1) return
  listed[route] = 1
  empties.push(route)
}

/** The routes of a ring structure, in the canonical order: by their smallest stop. */
export function routesIn(size: number, most: number, next: Int32Array): Routes {
  const routes: Routes = []
  for (let depot = size; depot < size + most; depot++) {
    const route: number[] = []
    for (let stop = next[depot]; stop !== depot; stop = next[stop]) route.push(stop)
    if (route.length > 0) routes.push(route)
  }
  return inOrder(routes)
}

/** Routes by their smallest stop; empty ones dropped. */
export function inOrder(routes: Routes): Routes {
  const keyed = routes
    .filter((route) => route.length > 0)
    .map((route) => ({ route, key: route.reduce((a, b) => Math.min(a, b)) }))
  return keyed.sort((a, b) => a.key - b.key).map(({ route }) => route)
}

export function routesLength({ between }: Sites, routes: Routes): number {
  let total = 0
  for (const route of routes) {
    if (route.length === 0) continue
    total += between(0, route[0]) + between(route[route.length - 1], 0)
    for (let k = 1; k < route.length; k++) total += between(route[k - 1], route[k])
  }
  return total
}
