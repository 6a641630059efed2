import { z } from 'zod'
import type { Model } from '../../src/model/index.ts'
import { defineProblem, type Problem, type Violation } from '../../src/problem.ts'
import { type Job, mapFinds, type Random } from '../../src/run/index.ts'
import { figure } from '../picture/text.ts'
import type { Metric, Point2 } from './metric.ts'
import { routePicture } from './picture.ts'
import {
  type CoordinatesInput,
  complaintAbout,
  coordinatesShape,
  type MatrixInput,
  matrixShape,
  metric,
  oneOf,
  point,
  type Sites,
  sitesOfCoordinates,
  sitesOfMatrix,
} from './sites.ts'
import { searchTour } from './tour-search.ts'

/** Cities by name. */
export interface NamedCities<Name extends string = string> {
  readonly cities: Readonly<Record<Name, Point2>>
  /** Default `euclidean`. */
  readonly metric?: Metric
}

export type TspInput = NamedCities | MatrixInput | CoordinatesInput

/** Every city once, in this order, and back to the first. */
export interface Tour<City = string | number> {
  readonly tour: City[]
}

interface TspFactory {
  /** Cities by name; the tour speaks of these names. */
  <Name extends string>(input: NamedCities<Name>): Problem<Tour<Name>>
  /** A matrix or coordinates with names. */
  (input: (MatrixInput | CoordinatesInput) & { readonly names: readonly string[] }): Problem<Tour<string>>
  /** A matrix or coordinates; the tour speaks of indices. */
  (input: (MatrixInput | CoordinatesInput) & { readonly names?: undefined }): Problem<Tour<number>>
  (input: TspInput): Problem<Tour>
  readonly problemName: string
  readonly summary: string
  readonly tiny: (random: Random) => TspInput
}

const named = z
  .strictObject({ cities: z.record(z.string().min(1), point), metric: metric.default('euclidean') })
  .refine(({ cities }) => Object.keys(cities).length > 0, { error: 'cities is empty', path: ['cities'] })
  .transform(({ cities, metric }) =>
    sitesOfCoordinates({ at: Object.values(cities), metric, names: Object.keys(cities) }),
  )

const byMatrix = bulk(matrixShape, sitesOfMatrix)
const byCoordinates = bulk(coordinatesShape, sitesOfCoordinates)

function bulk<Shape extends z.ZodRawShape>(shape: Shape, sites: (input: z.output<z.ZodObject<Shape>>) => Sites) {
  return z.strictObject(shape).transform((input, context) => {
    const complaint = complaintAbout(input)
    if (complaint === null) return sites(input as z.output<z.ZodObject<Shape>>)
    context.addIssue({ code: 'custom', message: complaint })
    return z.NEVER
  })
}

/**
 * The travelling salesman: the shortest closed tour through all cities.
 *
 * Takes cities by name, a row-major distance matrix (not necessarily symmetric), or coordinates with a metric of TSPLIB.
 * `cost` is the length of the closed tour. The model is a permutation of all cities but the first, (n − 1)² bits.
 */
export const tsp = defineProblem<TspInput, Sites, number, Tour>({
  name: 'tsp',
  summary: 'the shortest tour through all cities',
  sense: 'min',
  schema: oneOf<Sites, TspInput>({ cities: named, matrix: byMatrix, at: byCoordinates }, named),
  build,
  terms: ({ size }) => (size - 1) * (size - 2) ** 2,
  decode: (sites, first, point) => ({ tour: orderIn(point, first, sites.size).map((city) => sites.names[city]) }),
  encode,
  check,
  cost: (sites, { tour }) => lengthOf(sites, indicesOf(sites, tour)),
  heuristic,
  draw,
  tiny,
}) as unknown as TspFactory

function draw(sites: Sites, { tour }: Tour): string {
  const places = indicesOf(sites, tour)
  const title = `length ${figure(lengthOf(sites, places))}: ${sites.size} cities`
  return routePicture({ ...sites, title, loops: [{ places, title: 'tour' }] })
}

/** City i + 1 at position p + 1 is bit first + i·(n − 1) + p; city 0 stands at position 0. */
function build(model: Model, { size, between }: Sites): number {
  const order = size - 1
  if (order === 0) return 0
  const first = model.permutation('city', order)
  const { objective } = model
  for (let i = 0; i < order; i++) {
    objective.addLinear(first + i * order, between(0, i + 1))
    objective.addLinear(first + i * order + order - 1, between(i + 1, 0))
    for (let j = 0; j < order; j++) {
      if (i === j) continue
      const way = between(i + 1, j + 1)
      if (way !== 0)
        for (let p = 0; p + 1 < order; p++) objective.addPair(first + i * order + p, first + j * order + p + 1, way)
    }
  }
  return first
}

/** Cities in the order of their positions, exactly as the point says: doubled and missing ones stay so, for `check` to tell. */
function orderIn(point: Float64Array, first: number, size: number): number[] {
  const order = size - 1
  const cities = [0]
  for (let p = 0; p < order; p++) {
    for (let i = 0; i < order; i++) if (point[first + i * order + p] > 0.5) cities.push(i + 1)
  }
  return cities
}

/** Turns the tour so that city 0 comes first. Null when it is no tour. */
function encode(sites: Sites, first: number, answer: Tour): Float64Array | null {
  if (check(sites, answer).length > 0) return null
  const cities = indicesOf(sites, answer.tour)
  const start = cities.indexOf(0)
  const order = sites.size - 1
  const point = new Float64Array(order * order)
  for (let p = 0; p < order; p++) point[first + (cities[(start + p + 1) % sites.size] - 1) * order + p] = 1
  return point
}

/** Places not known are left out. */
function indicesOf(sites: Sites, tour: readonly (string | number)[]): number[] {
  return tour.map((city) => sites.indexOf.get(city) ?? -1).filter((k) => k >= 0)
}

function check(sites: Sites, { tour }: Tour): Violation[] {
  const unknown = tour.filter((city) => !sites.indexOf.has(city))
  const visits = new Int32Array(sites.size)
  for (const city of indicesOf(sites, tour)) visits[city]++
  const wrong = [...visits.keys()].filter((k) => visits[k] !== 1)
  return [
    ...unknown.map((city) => ({
      rule: 'known city',
      item: city,
      amount: 1,
      message: `"${city}" is not a city of the input`,
    })),
    ...wrong.map((k) => visited(sites.names[k], visits[k])),
  ]
}

function visited(item: string | number, times: number): Violation {
  const message = times === 0 ? `city "${item}" is not visited` : `city "${item}" is visited ${times} times`
  return { rule: 'each city once', item, amount: Math.abs(times - 1), message }
}

function lengthOf({ between }: Sites, cities: readonly number[]): number {
  let total = 0
  for (let p = 0; p < cities.length && cities.length > 1; p++)
    total += between(cities[p], cities[(p + 1) % cities.length])
  return total
}

function heuristic(sites: Sites, random: Random): Job<Tour, Tour> {
  return mapFinds(searchTour(sites, random), (order) => {
    const start = order.indexOf(0)
    return { tour: Array.from(order, (_, p) => sites.names[order[(start + p) % order.length]]) }
  })
}

function tiny(random: Random): TspInput {
  const cities = Array.from({ length: 4 + random.below(2) }, (_, k) => [
    `c${k}`,
    [random.below(10), random.below(10)] as Point2,
  ])
  return { cities: Object.fromEntries(cities), metric: 'rounded' }
}
