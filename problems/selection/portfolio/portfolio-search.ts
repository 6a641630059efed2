import { type Job, Ledger, type Random } from '../../../src/run/index.ts'
import { inTurns, type Stride } from './in-turns.ts'
import { type PortfolioData, slip } from './portfolio-input.ts'
import { mended, portfolioLots, spread, weightsOf } from './portfolio-lots.ts'
import { relax } from './portfolio-relaxation.ts'
import { completed, heaviest, portfolioSets } from './portfolio-sets.ts'
import { portfolioTree, type Shared } from './portfolio-tree.ts'

/**
 * A local search for good answers and a branch and bound for the proof, in turns of equal work: over sets of assets where
 * weights are real numbers, over lots where they are not. Ends with the proof (that there is no answer, too), or when told to.
 */
export function* portfolioSearch(data: PortfolioData, random: Random): Job<Float64Array, Float64Array> {
  const ledger = new Ledger<Float64Array>()
  yield* ledger.settle()
  if (ledger.stopped) return lastResort(data)
  const incumbent: Shared = { best: null }
  const all = heaviest({ ...data, most: data.size }, data.greatest)
  const free = relax(data, all, { low: new Float64Array(data.size), high: data.greatest })
  const local = data.lots === null ? portfolioSets : portfolioLots
  const search = local(data, free, incumbent, random)
  const proof = proofOf(data, incumbent)
  ledger.spend(free.work)
  return yield* inTurns({ proof, search, incumbent, otherwise: () => lastResort(data) }, ledger)
}

/** Where there is no answer, none may be had by half of what a check forgives either. */
function* proofOf(data: PortfolioData, incumbent: Shared): Generator<Stride, void> {
  yield* portfolioTree(data, incumbent)
  if (incumbent.best === null) yield* portfolioTree(loosened(data, slip / 2), incumbent)
}

function loosened(data: PortfolioData, by: number): PortfolioData {
  const { mean, goal, lots, least, greatest, sectors } = data
  const largest = mean.reduce((most, m) => Math.max(most, Math.abs(m)), 1e-12)
  return {
    ...data,
    goal: goal === null ? null : goal - by * largest,
    least: lots === null ? least.map((low) => Math.max(low / 2, low - by)) : least,
    greatest: lots === null ? greatest.map((high) => (high > 0 ? high + by : 0)) : greatest,
    sectors: sectors.map((sector) => ({ ...sector, weight: [sector.weight[0] - by, sector.weight[1] + by] })),
  }
}

function lastResort(data: PortfolioData): Float64Array {
  if (data.lots === null) return completed(data, heaviest(data, data.greatest)).relaxed.weights
  return weightsOf(data, mended(data, spread(data, new Float64Array(data.size))))
}
