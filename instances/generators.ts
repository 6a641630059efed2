import { IsinglassError } from '../src/errors.ts'
import type { Random } from '../src/run/index.ts'
import type { FeaturesInput, MaxCutInput, Point, QuboInput, TspInput, VrpInput } from './shapes.ts'

/** Seeded instances: the same `Random`, the same instance, on every platform. */

function atLeast(value: number, low: number, what: string): void {
  if (Number.isSafeInteger(value) && value >= low) return
  throw new IsinglassError(
    'INPUT_INVALID',
    `${what} ${value} is not a whole number of at least ${low}`,
    `Give ${what} ≥ ${low}`,
    'generator',
  )
}

/** A list grown pair by pair. */
function pairs() {
  const from: number[] = []
  const to: number[] = []
  const weight: number[] = []
  const add = (a: number, b: number, w: number) => {
    from.push(a)
    to.push(b)
    weight.push(w)
  }
  return { from, to, weight, add }
}

const sign = (random: Random): number => (random.below(2) === 0 ? -1 : 1)

/** Every pair is an edge with probability `density`; weights 1, or ±1 when `signed` (rudy's -rnd_graph). */
export function randomGraph(
  { nodes, density, signed = false }: { nodes: number; density: number; signed?: boolean },
  random: Random,
): MaxCutInput {
  atLeast(nodes, 1, 'nodes')
  const { add, ...edges } = pairs()
  for (let a = 0; a < nodes; a++) {
    for (let b = a + 1; b < nodes; b++) if (random.unit() < density) add(a, b, signed ? sign(random) : 1)
  }
  return { nodes, edges }
}

/** A rows × columns grid closed to a torus, weights ±1 (rudy's -toroidal_grid_2D): the G-set's G11–G13 are such. */
export function torus({ rows, columns }: { rows: number; columns: number }, random: Random): MaxCutInput {
  atLeast(rows, 3, 'rows')
  atLeast(columns, 3, 'columns')
  const { add, ...edges } = pairs()
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      add(r * columns + c, r * columns + ((c + 1) % columns), sign(random))
      add(r * columns + c, ((r + 1) % rows) * columns + c, sign(random))
    }
  }
  return { nodes: rows * columns, edges }
}

const pointIn = (side: number, random: Random): Point => [random.below(side + 1), random.below(side + 1)]

/** Cities at whole points of a square, uniformly (Johnson and McGeoch 2002). */
export function uniformCities({ cities, side = 1000 }: { cities: number; side?: number }, random: Random): TspInput {
  atLeast(cities, 1, 'cities')
  return { at: Array.from({ length: cities }, () => pointIn(side, random)), metric: 'euc2d' }
}

export interface DeliveriesOptions {
  readonly stops: number
  /** Mean demand of a stop, at least 1 (default 5). */
  readonly meanDemand?: number
  /** How many stops a route holds on average (default 6). */
  readonly stopsPerRoute?: number
  readonly side?: number
}

/**
 * A central depot and stops at whole points of a square, free fleet. Demands are 1 + Binomial(2(mean − 1), ½), close to
 * Poisson's shape with half its variance, whole and never 0.
 */
export function uniformDeliveries(
  { stops, meanDemand = 5, stopsPerRoute = 6, side = 1000 }: DeliveriesOptions,
  random: Random,
): VrpInput {
  atLeast(stops, 1, 'stops')
  atLeast(meanDemand, 1, 'meanDemand')
  const depot: Point = [Math.floor(side / 2), Math.floor(side / 2)]
  const at = [depot, ...Array.from({ length: stops }, () => pointIn(side, random))]
  const demands = Array.from({ length: stops }, () => demandAround(meanDemand, random))
  const capacity = Math.max(meanDemand * stopsPerRoute, ...demands)
  return { at, metric: 'euc2d', demand: [0, ...demands], capacity }
}

function demandAround(mean: number, random: Random): number {
  let demand = 1
  for (let k = 0; k < 2 * (mean - 1); k++) demand += random.below(2)
  return demand
}

export interface FeatureTableOptions {
  readonly rows: number
  /** Features that tell the class, each a different half of the truth. */
  readonly informative: number
  /** Noisy copies of informative ones. */
  readonly redundant: number
  /** Features that tell nothing. */
  readonly noise: number
  readonly choose: number
}

/**
 * Two classes; informative features are normal around ±1 by class, redundant ones are informative ones plus noise, the
 * rest is noise (after Guyon 2003, "Design of experiments for the NIPS 2003 variable selection benchmark").
 */
export function plantedFeatures(
  { rows, informative, redundant, noise, choose }: FeatureTableOptions,
  random: Random,
): FeaturesInput {
  atLeast(rows, 2, 'rows')
  atLeast(informative, 1, 'informative')
  const target = Array.from({ length: rows }, (_, r) => r % 2)
  const telling = Array.from({ length: informative }, () => target.map((y) => rounded(2 * y - 1 + bell(random))))
  const copies = Array.from({ length: redundant }, (_, k) =>
    telling[k % informative].map((x) => rounded(x + bell(random) / 4)),
  )
  const idle = Array.from({ length: noise }, () => target.map(() => rounded(bell(random))))
  const named = (word: string, list: readonly unknown[]) => list.map((_, k) => `${word} ${k + 1}`)
  const names = [...named('informative', telling), ...named('redundant', copies), ...named('noise', idle)]
  return { rows, columns: [...telling, ...copies, ...idle], target, names, choose }
}

/** Mean 0, variance 1, near normal: twelve uniform numbers less 6 (no logarithm, whose bits differ between engines). */
function bell(random: Random): number {
  let sum = -6
  for (let k = 0; k < 12; k++) sum += random.unit()
  return sum
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Whole coefficients uniform in −100 … 100, pairs with probability `density` (Beasley 1998); maximised. */
export function beasley({ size, density = 0.1 }: { size: number; density?: number }, random: Random): QuboInput {
  atLeast(size, 1, 'size')
  const { add, from, to, weight } = pairs()
  for (let i = 0; i < size; i++) {
    add(i, i, random.below(201) - 100)
    for (let j = i + 1; j < size; j++) if (random.unit() < density) add(i, j, 2 * (random.below(201) - 100))
  }
  return { size, rows: from, columns: to, values: weight, sense: 'max' }
}

/** A ±J spin glass on a periodic square or cubic lattice (Edwards and Anderson 1975), minimised; no field. */
export function spinGlass({ side, dimension = 2 }: { side: number; dimension?: 2 | 3 }, random: Random): QuboInput {
  atLeast(side, 3, 'side')
  const { add, from, to, weight } = pairs()
  const size = side ** dimension
  for (let site = 0; site < size; site++) {
    for (let axis = 0, stride = 1; axis < dimension; axis++, stride *= side) {
      const place = Math.floor(site / stride) % side
      add(site, site + (((place + 1) % side) - place) * stride, sign(random))
    }
  }
  return { size, rows: from, columns: to, values: weight }
}
