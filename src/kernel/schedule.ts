import type { Couplings } from '../qubo/index.ts'
import { exp, ln } from './logarithm.ts'

export interface TemperatureRange {
  readonly hot: number
  readonly cold: number
}

/** The cold end is at most this much colder than the hot one: a single tiny coefficient must not freeze the schedule. */
const widestRatio = 2 ** 24

/**
 * Temperatures for single flips, as D-Wave's `neal` chooses its default β range: at the hot end the largest possible
 * cost of a flip is accepted with probability ½; at the cold end the smallest one is, with probability 0.01 summed over
 * the variables that have it. Costs are of bits: flipping bit i costs at most max |linearᵢ + Σ q⁻|, |linearᵢ + Σ q⁺|.
 */
export function temperatureRange(qubo: Couplings & { readonly linear: Float64Array }): TemperatureRange {
  const known = memo.get(qubo.linear) ?? rangeOf(qubo)
  memo.set(qubo.linear, known)
  return known
}

/** By the array of linear terms, for as long as it lives: every job of a run asks again. */
const memo = new WeakMap<Float64Array, TemperatureRange>()

function rangeOf(qubo: Couplings & { readonly linear: Float64Array }): TemperatureRange {
  let largest = 0
  let smallest = Number.POSITIVE_INFINITY
  let having = 1
  for (let i = 0; i < qubo.size; i++) {
    const { most, least } = flipCosts(qubo, i)
    if (most > largest) largest = most
    if (least < smallest) {
      smallest = least
      having = 0
    }
    if (least === smallest) having++
  }
  if (largest === 0) return { hot: 1, cold: 1 }
  const hot = largest / Math.LN2
  return { hot, cold: Math.min(hot, Math.max(hot / widestRatio, smallest / ln(having / 0.01))) }
}

/** Seen as spins: the largest |field| possible, and the smallest non-zero bias or coupling, as costs of a flip. */
function flipCosts(qubo: Couplings & { readonly linear: Float64Array }, i: number): { most: number; least: number } {
  const { rowStart, value, linear } = qubo
  let middle = linear[i]
  let reach = 0
  let least = Number.POSITIVE_INFINITY
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const half = Math.abs(value[k]) / 2
    middle += value[k] / 2
    reach += half
    if (half > 0 && half < least) least = half
  }
  const bias = Math.abs(middle)
  return { most: bias + reach, least: bias > 0 && bias < least ? bias : least }
}

/** From hot at progress 0 to cold at progress 1, by equal factors. */
export const geometric = ({ hot, cold }: TemperatureRange): ((progress: number) => number) => {
  const slope = ln(cold / hot)
  return (progress) => hot * exp(slope * progress)
}
