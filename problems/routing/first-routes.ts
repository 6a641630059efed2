import type { Fleet, Routes } from './fleet.ts'
import type { Sites } from './sites.ts'

/** First fit may look at this many pairs of stop and vehicle: a few milliseconds. */
const mostLooks = 2e6

/**
 * Routes at once, so that whoever is stopped early has some: stops by angle around the depot (by number without
 * coordinates), one vehicle filled after the other. Where those are more routes than vehicles, every stop, the heaviest
 * first, goes to the first vehicle with room (first fit decreasing, Johnson 1973), if that is fewer and not too long.
 */
export function firstRoutes(fleet: Fleet): Routes {
  const swept = filled(byAngle(fleet.sites), fleet)
  const isMany = swept.length * fleet.sites.size > mostLooks
  if (isMany || swept.length <= (fleet.vehicles ?? swept.length)) return swept
  const fitted = firstFit(fleet)
  return fitted.length < swept.length ? fitted : swept
}

/** Stops around the depot, by quadrants and slopes: compared by cross product, no angle is computed. */
export function byAngle({ at, size }: Sites): number[] {
  const stops = byNumber(size)
  if (at === null) return stops
  const [left, low] = at[0]
  const x = Float64Array.from(at, (p) => p[0] - left)
  const y = Float64Array.from(at, (p) => p[1] - low)
  const half = x.map((dx, k) => (y[k] > 0 || (y[k] === 0 && dx > 0) ? 0 : 1))
  return stops.sort((a, b) => half[a] - half[b] || y[a] * x[b] - x[a] * y[b] || a - b)
}

/** The stops in this order, a new vehicle whenever the next one does not fit. */
export function filled(order: readonly number[], { demand, capacity }: Pick<Fleet, 'demand' | 'capacity'>): Routes {
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

function firstFit({ sites, demand, capacity }: Fleet): Routes {
  const heaviestFirst = byNumber(sites.size).sort((a, b) => demand[b] - demand[a] || a - b)
  const routes: Routes = []
  const room: number[] = []
  for (const stop of heaviestFirst) {
    const found = room.findIndex((r) => r >= demand[stop])
    const route = found < 0 ? routes.push([]) - 1 : found
    room[route] = (room[route] ?? capacity) - demand[stop]
    routes[route].push(stop)
  }
  return routes
}

const byNumber = (size: number): number[] => Array.from({ length: size - 1 }, (_, k) => k + 1)
