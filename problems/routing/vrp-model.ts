import { checkColumnCount, type Model } from '../../src/model/index.ts'
import { type Fleet, inOrder, type Routes } from './fleet.ts'

/**
 * Where the bits stand: stop i on vehicle v at position p is bit[(i − 1)·vehicles·positions + v·positions + p], −1 when
 * there is none. Vehicles are alike, so they are numbered by their smallest stop: stop i never rides on vehicle v ≥ i.
 */
export interface FleetLayout {
  readonly stops: number
  readonly vehicles: number
  readonly positions: number
  readonly bit: Int32Array
}

/** Positions by stop, vehicle and place on the route; legs between neighbours are the objective. */
export function buildFleet(model: Model, fleet: Fleet): FleetLayout {
  const layout = layOut(model, fleet)
  addRules(model, fleet, layout)
  addLegs(model, fleet, layout)
  return layout
}

/** Legs between any two stops, on every vehicle, from every place to the next. */
export function fleetTerms(fleet: Fleet): number {
  const stops = fleet.sites.size - 1
  const vehicles = Math.min(stops, fleet.vehicles ?? usefulVehicles(fleet))
  return vehicles * mostStops(fleet) * stops * stops
}

function layOut(model: Model, fleet: Fleet): FleetLayout {
  const stops = fleet.sites.size - 1
  const vehicles = Math.min(stops, fleet.vehicles ?? usefulVehicles(fleet))
  const positions = mostStops(fleet)
  checkColumnCount(stops * vehicles * positions)
  const bit = new Int32Array(stops * vehicles * positions).fill(-1)
  for (let i = 0; i < stops; i++) {
    const alike = Math.min(vehicles, i + 1)
    const first = model.bits(
      alike * positions,
      (k) => `${fleet.sites.names[i + 1]}[${Math.floor(k / positions)}@${k % positions}]`,
    )
    for (let k = 0; k < alike * positions; k++) bit[i * vehicles * positions + k] = first + k
  }
  return { stops, vehicles, positions, bit }
}

/** As many of the smallest demands as one vehicle carries. */
function mostStops({ demand, capacity }: Fleet): number {
  const ascending = demand.slice(1).sort()
  let load = 0
  return ascending.filter((d) => (load += d) <= capacity * (1 + 1e-9)).length
}

/**
 * How many vehicles can pay. Where a way over the depot is never shorter than the direct one, two routes that fit one
 * vehicle are best joined, so in some best answer any two carry more than one vehicle holds: fewer than 2·total/capacity,
 * or one. Elsewhere a vehicle for each stop.
 */
function usefulVehicles({ sites, demand, capacity }: Fleet): number {
  const { size, between } = sites
  for (let a = 1; a < size; a++) {
    for (let b = 1; b < size; b++) if (a !== b && between(a, 0) + between(0, b) < between(a, b)) return size - 1
  }
  const total = demand.reduce((sum, d) => sum + d, 0)
  return Math.max(1, Math.ceil((2 * total) / capacity - 1e-9) - 1)
}

function addRules(
  model: Model,
  { sites, demand, capacity }: Fleet,
  { stops, vehicles, positions, bit }: FleetLayout,
): void {
  const perStop = vehicles * positions
  for (let i = 0; i < stops; i++) {
    model.exactlyOne(
      `visit ${sites.names[i + 1]}`,
      bit.subarray(i * perStop, (i + 1) * perStop).filter((b) => b >= 0),
    )
  }
  const heaviest = demand
    .slice(1)
    .sort()
    .subarray(stops - positions)
    .reduce((sum, d) => sum + d, 0)
  for (let v = 0; v < vehicles; v++) {
    const at = (p: number) => column(bit, stops, perStop, v * positions + p)
    for (let p = 0; p < positions; p++) model.atMostOne(`place ${p} of vehicle ${v}`, at(p))
    for (let p = 0; p + 1 < positions; p++) {
      const terms = [...at(p + 1).map((b) => [1, b] as const), ...at(p).map((b) => [-1, b] as const)]
      model.subjectTo(`no gap at ${p} of vehicle ${v}`, terms, '<=', 0)
    }
    if (heaviest > capacity)
      model.subjectTo(`capacity of vehicle ${v}`, loads(demand, bit, perStop, v * positions, positions), '<=', capacity)
  }
}

/** The bits of all stops at one place of one vehicle. */
function column(bit: Int32Array, stops: number, perStop: number, place: number): number[] {
  return Array.from({ length: stops }, (_, i) => bit[i * perStop + place]).filter((b) => b >= 0)
}

function loads(
  demand: Float64Array,
  bit: Int32Array,
  perStop: number,
  first: number,
  positions: number,
): [number, number][] {
  const terms: [number, number][] = []
  for (let i = 1; i < demand.length; i++) {
    for (let p = 0; p < positions; p++) {
      const b = bit[(i - 1) * perStop + first + p]
      if (b >= 0 && demand[i] !== 0) terms.push([demand[i], b])
    }
  }
  return terms
}

/** Out to the first stop, on to the next, and home from a stop that nobody follows: d(i,0)·x·(1 − Σ next). */
function addLegs({ objective }: Model, { sites }: Fleet, { stops, vehicles, positions, bit }: FleetLayout): void {
  const { between } = sites
  const perStop = vehicles * positions
  for (let i = 0; i < stops; i++) {
    const home = between(i + 1, 0)
    for (let v = 0; v < Math.min(vehicles, i + 1); v++) {
      const here = i * perStop + v * positions
      objective.addLinear(bit[here], between(0, i + 1))
      for (let p = 0; p < positions; p++) objective.addLinear(bit[here + p], home)
      for (let j = v; j < stops; j++) {
        if (j === i) continue
        const step = between(i + 1, j + 1) - home
        const there = j * perStop + v * positions
        for (let p = 0; p + 1 < positions; p++) objective.addPair(bit[here + p], bit[there + p + 1], step)
      }
    }
  }
}

/** Routes exactly as the point says, position by position: doubled and missing stops stay so, for `check` to tell. */
export function routesAt({ stops, vehicles, positions, bit }: FleetLayout, point: Float64Array): Routes {
  return Array.from({ length: vehicles }, (_, v) => {
    const route: number[] = []
    for (let p = 0; p < positions; p++) {
      for (let i = 0; i < stops; i++) {
        const b = bit[i * vehicles * positions + v * positions + p]
        if (b >= 0 && point[b] > 0.5) route.push(i + 1)
      }
    }
    return route
  })
}

/** Null when there are more routes than vehicles in the model. */
export function pointOf({ vehicles, positions, bit }: FleetLayout, routes: Routes): Float64Array | null {
  const used = inOrder(routes)
  if (used.length > vehicles || used.some((route) => route.length > positions)) return null
  const point = new Float64Array(bit.reduce((count, b) => count + (b >= 0 ? 1 : 0), 0))
  used.forEach((route, v) => {
    route.forEach((stop, p) => {
      point[bit[(stop - 1) * vehicles * positions + v * positions + p]] = 1
    })
  })
  return point
}
