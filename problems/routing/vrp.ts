import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import { amount, numberList } from '../../src/parse.ts'
import { defineProblem, type Parts, type Problem, type Violation } from '../../src/problem.ts'
import { type Job, mapFinds, type Random } from '../../src/run/index.ts'
import { figure } from '../picture/text.ts'
import { clustersOf } from './clusters.ts'
import { type Fleet, inOrder, type Routes, routesLength } from './fleet.ts'
import type { Metric, Point2 } from './metric.ts'
import { routePicture } from './picture.ts'
import { searchRoutes } from './route-search.ts'
import {
  type CoordinatesInput,
  complaintAbout,
  coordinatesShape,
  type MatrixInput,
  matrixAmong,
  matrixShape,
  metric,
  oneOf,
  point,
  type Sites,
  sitesOfCoordinates,
  sitesOfMatrix,
} from './sites.ts'
import { type Tour, tsp } from './tsp.ts'
import { buildFleet, type FleetLayout, fleetTerms, pointOf, routesAt } from './vrp-model.ts'

/** Stops by name; the depot has none. */
export interface NamedStops<Name extends string = string> {
  readonly depot: Point2
  readonly stops: Readonly<Record<Name, { readonly at: Point2; readonly demand: number }>>
  /** At most this many routes; omitted: as many as are useful. */
  readonly vehicles?: number
  /** What one vehicle carries. */
  readonly capacity: number
  /** Default `euclidean`. */
  readonly metric?: Metric
}

interface Loads {
  /** By place; place 0 is the depot, its demand 0. */
  readonly demand: ArrayLike<number>
  readonly capacity: number
  readonly vehicles?: number
}

/** Place 0 is the depot. */
export type BulkStops = (MatrixInput | CoordinatesInput) & Loads

export type VrpInput = NamedStops | BulkStops

/** Who is visited by which vehicle, in order; the depot is not listed, no route is empty. */
export interface RoutesOf<Stop = string | number> {
  readonly routes: Stop[][]
}

interface VrpFactory {
  /** Stops by name; the routes speak of these names. */
  <Name extends string>(input: NamedStops<Name>): Problem<RoutesOf<Name>>
  /** A matrix or coordinates with names. */
  (input: BulkStops & { readonly names: readonly string[] }): Problem<RoutesOf<string>>
  /** A matrix or coordinates; the routes speak of indices, 1 … size − 1. */
  (input: BulkStops & { readonly names?: undefined }): Problem<RoutesOf<number>>
  (input: VrpInput): Problem<RoutesOf>
  readonly problemName: string
  readonly summary: string
  readonly tiny: (random: Random) => VrpInput
}

const fleetShape = { vehicles: z.int().positive().optional(), capacity: amount.positive() }
const stop = z.strictObject({ at: point, demand: amount.nonnegative() })

const named = z
  .strictObject({
    depot: point,
    stops: z.record(z.string().min(1), stop),
    metric: metric.default('euclidean'),
    ...fleetShape,
  })
  .refine(({ stops }) => Object.keys(stops).length > 0, { error: 'stops is empty', path: ['stops'] })
  .transform(({ depot, stops, metric, capacity, vehicles }): Fleet => {
    const listed = Object.values(stops)
    const at = [depot, ...listed.map((s) => s.at)]
    const sites = sitesOfCoordinates({ at, metric, names: [depotNameBeside(stops), ...Object.keys(stops)] })
    return withinCapacity({
      sites,
      demand: Float64Array.of(0, ...listed.map((s) => s.demand)),
      capacity,
      vehicles: vehicles ?? null,
    })
  })

const bulkShape = { demand: numberList, ...fleetShape }
const byMatrix = bulk({ ...matrixShape, ...bulkShape }, sitesOfMatrix)
const byCoordinates = bulk({ ...coordinatesShape, ...bulkShape }, sitesOfCoordinates)

type Bulk = MatrixInput & CoordinatesInput & z.output<z.ZodObject<typeof bulkShape>>

function bulk<Shape extends z.ZodRawShape>(shape: Shape, sitesOf: (input: Bulk) => Sites) {
  return z.strictObject(shape).transform((input, context): Fleet => {
    const given = input as unknown as Bulk
    const complaint = complaintAbout(given) ?? complaintAboutDemand(given)
    if (complaint === null) return withinCapacity(fleetOf(sitesOf(given), given))
    context.addIssue({ code: 'custom', message: complaint })
    return z.NEVER
  })
}

const fleetOf = (sites: Sites, { demand, capacity, vehicles }: Bulk): Fleet => ({
  sites,
  demand: Float64Array.from(demand),
  capacity,
  vehicles: vehicles ?? null,
})

function complaintAboutDemand(input: {
  demand: ArrayLike<number>
  matrix?: ArrayLike<number>
  at?: readonly Point2[]
}): string | null {
  const size = input.matrix ? Math.round(Math.sqrt(input.matrix.length)) : (input.at?.length ?? 0)
  if (size < 2) return 'there is no stop beside the depot'
  if (input.demand.length !== size) return `demand has ${input.demand.length} entries for ${size} places`
  if (input.demand[0] !== 0) return `demand of the depot, entry 0, is ${input.demand[0]} and must be 0`
  for (let k = 1; k < size; k++) if (input.demand[k] < 0) return `demand of place ${k} is ${input.demand[k]}, below 0`
  return null
}

const depotNameBeside = (stops: object): string => {
  let name = 'depot'
  while (name in stops) name = `${name} `
  return name
}

/** @throws VRP_OVER_CAPACITY when a stop, or all stops together, need more than the vehicles carry. */
function withinCapacity(fleet: Fleet): Fleet {
  const { demand, capacity, vehicles, sites } = fleet
  const heavy = demand.findIndex((d) => d > capacity)
  if (heavy >= 0) {
    const what = `stop "${sites.names[heavy]}" needs ${demand[heavy]} but every vehicle carries ${capacity}`
    throw new IsinglassError('VRP_OVER_CAPACITY', what, 'Split the stop or raise "capacity"')
  }
  const total = demand.reduce((sum, d) => sum + d, 0)
  if (vehicles !== null && total > vehicles * capacity * (1 + 1e-12)) {
    const what = `all stops together need ${total} but ${vehicles} vehicle${vehicles === 1 ? '' : 's'} of ${capacity} ${vehicles === 1 ? 'carries' : 'carry'} ${vehicles * capacity}`
    throw new IsinglassError('VRP_OVER_CAPACITY', what, 'Raise "vehicles" or "capacity"')
  }
  return fleet
}

/**
 * Capacitated vehicle routing: every stop on one route from and to the depot, no vehicle over its capacity, least way.
 *
 * Takes stops by name, or a row-major matrix (not necessarily symmetric) or coordinates whose place 0 is the depot.
 * `cost` is the length of all routes. The model has a bit per stop, vehicle and position on its route.
 *
 * @throws VRP_OVER_CAPACITY when a stop, or all stops together, need more than the vehicles carry.
 */
export const vrp = defineProblem<VrpInput, Fleet, FleetLayout, RoutesOf>({
  name: 'vrp',
  summary: 'the shortest routes that serve all stops within the capacity',
  sense: 'min',
  schema: oneOf<Fleet, VrpInput>({ stops: named, matrix: byMatrix, at: byCoordinates }, named),
  build: buildFleet,
  terms: fleetTerms,
  decode: (fleet, layout, point) => answerOf(fleet, routesAt(layout, point)),
  encode: (fleet, layout, answer) => (check(fleet, answer).length > 0 ? null : pointOf(layout, indexed(fleet, answer))),
  check,
  cost: (fleet, answer) => routesLength(fleet.sites, indexed(fleet, answer)),
  heuristic: (fleet, random) => mapFinds(searchRoutes(fleet, random), (found) => answerOf(fleet, found)),
  parts,
  draw,
  tiny,
}) as unknown as VrpFactory

const answerOf = ({ sites }: Fleet, routes: Routes): RoutesOf => ({
  routes: inOrder(routes).map((route) => route.map((stop) => sites.names[stop])),
})

/** Stops not known are left out. */
function indexed({ sites }: Fleet, { routes }: RoutesOf): Routes {
  return routes.map((route) => route.map((stop) => sites.indexOf.get(stop) ?? 0).filter((k) => k > 0))
}

function check(fleet: Fleet, answer: RoutesOf): Violation[] {
  const { sites, vehicles } = fleet
  const routes = indexed(fleet, answer)
  const unknown = answer.routes.flat().filter((stop) => !(sites.indexOf.get(stop) ?? 0))
  const used = routes.filter((route) => route.length > 0).length
  const surplus = vehicles === null ? 0 : Math.max(0, used - vehicles)
  const tooMany = { rule: 'vehicles', amount: surplus, message: `${used} routes for ${vehicles} vehicles` }
  return [
    ...unknown.map((item) => ({
      rule: 'known stop',
      item,
      amount: 1,
      message: `"${item}" is not a stop of the input`,
    })),
    ...visitsOf(fleet, routes),
    ...routes.flatMap((route, k) => overload(fleet, route, k)),
    ...(surplus > 0 ? [tooMany] : []),
  ]
}

function visitsOf({ sites }: Fleet, routes: Routes): Violation[] {
  const visits = new Int32Array(sites.size)
  for (const stop of routes.flat()) visits[stop]++
  const wrong = [...visits.keys()].slice(1).filter((k) => visits[k] !== 1)
  return wrong.map((k) => ({
    rule: 'each stop once',
    item: sites.names[k],
    amount: Math.abs(visits[k] - 1),
    message:
      visits[k] === 0
        ? `stop "${sites.names[k]}" is not visited`
        : `stop "${sites.names[k]}" is visited ${visits[k]} times`,
  }))
}

/** Within rounding of the sum, 1e-9 of the capacity. */
function overload({ demand, capacity }: Fleet, route: readonly number[], item: number): Violation[] {
  const load = route.reduce((sum, stop) => sum + demand[stop], 0)
  if (load <= capacity * (1 + 1e-9)) return []
  return [
    {
      rule: 'capacity',
      item,
      amount: load - capacity,
      message: `route ${item} carries ${load} of at most ${capacity}`,
    },
  ]
}

/** Clusters first: one travelling salesman through the depot and the stops of each. */
function* parts(fleet: Fleet, random: Random): Job<Parts<RoutesOf>> {
  const clusters = yield* clustersOf(fleet, random)
  return {
    parts: clusters.map((stops) => tsp({ matrix: matrixAmong(fleet.sites, [0, ...stops]) })),
    merge: (answers) =>
      answerOf(
        fleet,
        answers.map((answer, k) => unwound(answer as Tour<number>, clusters[k])),
      ),
  }
}

/** The stops of a cluster in the order of the tour, which starts anew at the depot, place 0. */
function unwound({ tour }: Tour<number>, stops: readonly number[]): number[] {
  const start = tour.indexOf(0)
  return [...tour.slice(start + 1), ...tour.slice(0, start)].map((place) => stops[place - 1])
}

function draw(fleet: Fleet, answer: RoutesOf): string {
  const routes = indexed(fleet, answer)
  const used = routes.filter((route) => route.length > 0).length
  const title = `length ${figure(routesLength(fleet.sites, routes))}: ${fleet.sites.size - 1} stops on ${used} routes`
  const loops = routes.map((route, k) => ({ places: [0, ...route], title: `route ${k + 1}` }))
  return routePicture({ ...fleet.sites, title, loops, depot: 0 })
}

function tiny(random: Random): VrpInput {
  const count = 2 + random.below(2)
  const place = (): Point2 => [random.below(10), random.below(10)]
  const stops = Array.from(
    { length: count },
    (_, k) => [`s${k}`, { at: place(), demand: count === 2 ? 1 + random.below(2) : 1 }] as const,
  )
  return {
    depot: place(),
    stops: Object.fromEntries(stops),
    vehicles: 2,
    capacity: count === 2 ? 3 : 2,
    metric: 'rounded',
  }
}
