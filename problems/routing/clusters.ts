import type { Job, Random, Step } from '../../src/run/index.ts'
import { byAngle, filled, firstRoutes } from './first-routes.ts'
import type { Fleet, Routes } from './fleet.ts'
import { goOn, nearestOfEach, type Purse, tabulate } from './near.ts'
import { searchRoutes } from './route-search.ts'
import { savingsRoutes } from './savings.ts'
import type { Sites } from './sites.ts'

/** About a second: how long a packing into too few vehicles is looked for. */
const packingWork = 1e8
/** A tenth of one: how long such a packing is then made shorter. */
const improvingWork = 1e7
/** So much work goes into comparing sweeps. */
const comparingWork = 2e7
const mostStarts = 200

/**
 * Which stops ride together, none over capacity: the better of all sweeps (Gillett & Miller 1974: by angle around the
 * depot, from every start) and of the savings, by the length of a quick tour through each cluster. Where none of them
 * gets by with the vehicles, a packing that a short search over routes finds. The order within a cluster means nothing.
 * Told to stop, it gives the best so far.
 */
export function* clustersOf(fleet: Fleet, random: Random): Job<Routes> {
  const purse: Purse = { allowed: yield { work: 0 }, spent: 0 }
  const best: Best = { routes: firstRoutes(fleet), length: Number.POSITIVE_INFINITY }
  const goesOn = purse.allowed > 0 && (yield* trySweeps(fleet, best, purse)) && (yield* trySavings(fleet, best, purse))
  const routes = goesOn && best.length === Number.POSITIVE_INFINITY ? yield* packed(fleet, random, purse) : best.routes
  if (purse.allowed > 0 && purse.spent > 0) yield { work: purse.spent }
  return routes.map((stops) => [...stops].sort((a, b) => a - b))
}

/** Infinitely long as long as it does not get by with the vehicles. */
interface Best {
  routes: Routes
  length: number
}

type Part<Out> = Generator<Step, Out, number>

/** Takes the routes if they get by with the vehicles and are shorter; false when told to stop. */
function* consider(routes: Routes, { sites, vehicles }: Fleet, best: Best, purse: Purse): Part<boolean> {
  if (routes.length > (vehicles ?? sites.size)) return true
  let length = 0
  for (const stops of routes) {
    const own = yield* quickLength(sites, stops, purse)
    if (own === null) return false
    length += own
  }
  if (length < best.length) Object.assign(best, { routes, length })
  // Taking them is work too: whoever stops at the look before must not be taken for somebody who has them.
  purse.spent += 1
  return true
}

/** One packing for every stop to start from, in both directions of turn; none without coordinates. */
function* trySweeps(fleet: Fleet, best: Best, purse: Purse): Part<boolean> {
  if (fleet.sites.at === null) return true
  const around = byAngle(fleet.sites)
  let work = 0
  for (let k = 0; k < Math.min(mostStarts, around.length) && work < comparingWork; k++) {
    const order = [...around.slice(k), ...around.slice(0, k)]
    for (const stops of [order, order.toReversed()]) {
      const routes = filled(stops, fleet)
      work += 2 * stops.length + routes.reduce((sum, route) => sum + quickWork(route.length), 0)
      purse.spent += 2 * stops.length
      if (!(yield* goOn(purse)) || !(yield* consider(routes, fleet, best, purse))) return false
    }
  }
  return true
}

function* trySavings(fleet: Fleet, best: Best, purse: Purse): Part<boolean> {
  const { sites } = fleet
  const distances = yield* tabulate(sites, purse)
  if (distances === null) return false
  const { between } = distances
  const width = Math.max(0, Math.min(sites.size - 2, 100))
  const near = yield* nearestOfEach(sites.size, width, (a, b) => between(a, b) + between(b, a), purse, 1)
  if (near === null) return false
  const routes = yield* savingsRoutes(fleet, near, width, purse)
  return routes !== null && (yield* consider(routes, fleet, best, purse))
}

/** Work of a quick tour. */
const quickWork = (stops: number): number => stops * stops

/** The length of a tour by farthest insertion, good enough to compare clusters by. Null when told to stop. */
function* quickLength({ between }: Sites, stops: readonly number[], purse: Purse): Part<number | null> {
  const outward = [...stops].sort((a, b) => between(0, b) - between(0, a) || a - b)
  const tour = [0, 0]
  let length = 0
  for (const stop of outward) {
    let least = Number.POSITIVE_INFINITY
    let place = 1
    for (let k = 1; k < tour.length; k++) {
      const detour = between(tour[k - 1], stop) + between(stop, tour[k]) - legOf(between, tour, k)
      if (detour >= least) continue
      least = detour
      place = k
    }
    length += least
    tour.splice(place, 0, stop)
    purse.spent += 2 * tour.length
    if (!(yield* goOn(purse))) return null
  }
  return length
}

const legOf = (between: Sites['between'], tour: readonly number[], k: number): number =>
  tour[k - 1] === tour[k] ? 0 : between(tour[k - 1], tour[k])

/** In equal pieces whatever is allowed: when the search shows its first find must not depend on how its work is cut. */
const piece = 1e5

function* packed(fleet: Fleet, random: Random, purse: Purse): Part<Routes> {
  const search = searchRoutes(fleet, random)
  let left = packingWork
  let isFound = false
  for (let step = search.next(0); ; ) {
    if (step.done) return step.value
    left -= step.value.work
    purse.spent += step.value.work
    if (!isFound && step.value.find !== undefined) left = Math.min(left, improvingWork)
    isFound ||= step.value.find !== undefined
    step = search.next((yield* goOn(purse)) && left > 0 ? piece : 0)
  }
}
