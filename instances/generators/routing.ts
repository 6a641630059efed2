import type { Random } from '../../src/run/index.ts'
import type { Point, TspInput, VrpInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

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
