import type { Random } from '../../src/run/index.ts'
import type { HyperparametersInput, PortfolioInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'
import { bell, rounded } from './chance.ts'
import { pairs } from './pairs.ts'

export interface FactorMarketOptions {
  readonly assets: number
  /** Movements shared by all assets (default 3; the first is the market). */
  readonly factors?: number
  readonly hold: number
  readonly return?: number
}

/**
 * Weekly returns after a linear factor model (Sharpe 1963; as in Pardalos and Rodgers' and Chang et al.'s tests, means
 * follow risk loosely): deviation between 2 and 6 per cent, every asset moves with the market and some with each other.
 */
export function factorMarket(
  { assets, factors = 3, hold, return: goal }: FactorMarketOptions,
  random: Random,
): PortfolioInput {
  atLeast(assets, 1, 'assets')
  atLeast(factors, 1, 'factors')
  atLeast(hold, 1, 'hold')
  const loads = Array.from({ length: assets }, () =>
    Array.from({ length: factors }, (_, f) => (f === 0 ? 0.6 + 0.3 * random.unit() : 0.3 * bell(random))),
  )
  const norm = loads.map((own) => Math.sqrt(own.reduce((sum, load) => sum + load * load, 0.3 + 0.3 * random.unit())))
  const correlation = new Float64Array(assets * assets)
  for (let i = 0; i < assets; i++)
    for (let j = 0; j < assets; j++) {
      const shared = loads[i].reduce((sum, load, f) => sum + load * loads[j][f], 0)
      correlation[i * assets + j] = i === j ? 1 : Math.round((1e6 * shared) / (norm[i] * norm[j])) / 1e6
    }
  const deviation = Array.from({ length: assets }, () => rounded(0.02 + 0.04 * random.unit()))
  const mean = deviation.map((sigma) => Math.round(1e4 * (0.001 + 0.08 * sigma + 0.0015 * bell(random))) / 1e4)
  return { mean, deviation, correlation, hold, ...(goal === undefined ? {} : { return: goal }) }
}

/**
 * Scores of every value uniform in −99 … 99, and of every pair of values of two parameters that meet, which they do with
 * probability `density`: a random weighted constraint network (after Larrosa, Meseguer and Schiex 1999).
 */
export function randomTuning(
  { parameters, values, density = 0.5 }: { parameters: number; values: number; density?: number },
  random: Random,
): HyperparametersInput {
  atLeast(parameters, 1, 'parameters')
  atLeast(values, 1, 'values')
  const score = () => random.below(199) - 99
  const { add, from, to, weight } = pairs()
  const own = Array.from({ length: parameters * values }, score)
  for (let p = 0; p < parameters; p++)
    for (let q = 0; q < p; q++) {
      if (random.unit() >= density) continue
      for (let k = 0; k < values * values; k++)
        add(q * values + Math.floor(k / values), p * values + (k % values), score())
    }
  return { sizes: new Array(parameters).fill(values), own, pairs: { from, to, score: weight } }
}
