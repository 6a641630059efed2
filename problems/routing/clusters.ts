import type { Random } from '../../src/run/index.ts'
import { type Fleet, type Routes, routesLength } from './fleet.ts'
import { searchRoutes } from './route-search.ts'
import { savingsRoutes } from './savings.ts'
import type { Sites } from './sites.ts'

/** About a second: how long a packing into too few vehicles is looked for. */
const packingWork = 1e8
/** A tenth of one: how long such a packing is then made shorter. */
const improvingWork = 1e7

/**
 * Which stops ride together, none over capacity: the better of all sweeps (Gillett & Miller 1974: by angle around the
 * depot, from every start) and of the savings, by the length of a quick tour through each cluster. Where none of them
 * gets by with the vehicles, a packing that a short search over routes finds. The order within a cluster means nothing.
 */
export function clustersOf(fleet: Fleet, random: Random): Routes {
  const enough = [...sweeps(fleet), savings(fleet)].filter(
    (routes) => routes.length <= (fleet.vehicles ?? fleet.sites.size),
  )
  if (enough.length === 0) return packed(fleet, random).map((stops) => [...stops].sort((a, b) => a - b))
  const lengths = enough.map((routes) =>
    routesLength(
      fleet.sites,
      routes.map((stops) => quickTour(fleet.sites, stops)),
    ),
  )
  const best = enough[lengths.reduce((least, length, k) => (length < lengths[least] ? k : least), 0)]
  return best.map((stops) => [...stops].sort((a, b) => a - b))
}

function savings(fleet: Fleet): Routes {
  const { size, between } = fleet.sites
  const width = Math.max(0, Math.min(size - 2, 100))
  const near = new Int32Array(size * width)
  for (let a = 1; a < size; a++) {
    const others = Array.from({ length: size - 1 }, (_, k) => k + 1).filter((b) => b !== a)
    const nearest = others
      .map((b) => ({ b, way: between(a, b) + between(b, a) }))
      .sort((p, q) => p.way - q.way || p.b - q.b)
    for (let k = 0; k < width; k++) near[a * width + k] = nearest[k].b
  }
  return savingsRoutes(fleet, near, width)
}

/** One packing for every stop to start from, in both directions of turn; none without coordinates. */
function sweeps({ sites, demand, capacity }: Fleet): Routes[] {
  if (sites.at === null) return []
  const around = byAngle(sites)
  const starts = around.map((_, k) => [...around.slice(k), ...around.slice(0, k)])
  return starts
    .slice(0, 200)
    .flatMap((order) => [order, [...order].reverse()])
    .map((order) => filled(order, demand, capacity))
}

/** Stops around the depot, by quadrants and slopes: compared by cross product, no angle is computed. */
function byAngle({ at, size }: Sites): number[] {
  const points = at ?? []
  const offset = (k: number) => [points[k][0] - points[0][0], points[k][1] - points[0][1]] as const
  const upper = ([x, y]: readonly [number, number]) => (y > 0 || (y === 0 && x > 0) ? 0 : 1)
  return Array.from({ length: size - 1 }, (_, k) => k + 1).sort((a, b) => {
    const p = offset(a)
    const q = offset(b)
    return upper(p) - upper(q) || p[1] * q[0] - p[0] * q[1] || a - b
  })
}

function filled(order: readonly number[], demand: Float64Array, capacity: number): Routes {
  const routes: Routes = []
  let room = -1
  for (const stop of order) {
    if (routes.length === 0 || demand[stop] > room) {
      routes.push([])
      room = capacity
    }
    routes[routes.length - 1].push(stop)
    room -= demand[stop]
  }
  return routes
}

/** Farthest insertion, good enough to compare clusters by. */
function quickTour({ between }: Sites, stops: readonly number[]): number[] {
  const outward = [...stops].sort((a, b) => between(0, b) - between(0, a) || a - b)
  const tour = [0]
  for (const stop of outward) {
    const detours = tour.map(
      (a, k) => between(a, stop) + between(stop, tour[(k + 1) % tour.length]) - between(a, tour[(k + 1) % tour.length]),
    )
    const best = detours.reduce((least, detour, k) => (detour < detours[least] ? k : least), 0)
    tour.splice(best + 1, 0, stop)
  }
  return tour.slice(1)
}

function packed(fleet: Fleet, random: Random): Routes {
  const search = searchRoutes(fleet, random)
  let left = packingWork
  let step = search.next(0)
  for (let routes: Routes | null = null; !step.done; step = search.next(left > 0 ? 1e5 : 0)) {
    left -= step.value.work
    if (routes === null && step.value.find !== undefined) left = Math.min(left, improvingWork)
    routes = step.value.find ?? routes
  }
  return step.value
}
