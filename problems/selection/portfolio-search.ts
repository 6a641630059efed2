import type { Job, Random } from '../../src/run/index.ts'
import type { PortfolioData } from './portfolio-input.ts'
import { mended, portfolioLots, spread, weightsOf } from './portfolio-lots.ts'
import { relax } from './portfolio-relaxation.ts'
import { completed, heaviest, portfolioSets } from './portfolio-sets.ts'
import { portfolioTree, type Shared, type Stride } from './portfolio-tree.ts'

/**
 * A local search for good answers and a branch and bound for the proof, step by step in turns of equal work: over sets of
 * assets where weights are real numbers, over lots where they are not. Ends with the proof, or when told to.
 */
export function* portfolioSearch(data: PortfolioData, random: Random): Job<Float64Array, Float64Array> {
  const shared: Shared = { best: null }
  let allowance = yield { work: 0 }
  if (allowance === 0) return lastResort(data)
  const free = relax(data, heaviest({ ...data, most: data.size }, data.greatest), {
    low: new Float64Array(data.size),
    high: data.greatest,
  })
  const search =
    data.lots === null ? portfolioSets(data, free, shared, random) : portfolioLots(data, free, shared, random)
  const steps = inTurns(portfolioTree(data, shared), search)
  let work = free.work
  let told: Float64Array | null = null
  let bound: number | undefined
  for (const step of steps) {
    work += step.work
    bound = step.bound ?? bound
    if (work < allowance) continue
    const found = shared.best?.weights ?? null
    allowance = yield { work, ...(found === told || found === null ? {} : { find: found }), ...toldBound(bound) }
    if (allowance === 0) return found ?? lastResort(data)
    told = found
    work = 0
  }
  const { best } = shared
  if (best === null) return lastResort(data)
  yield { work: work + 1, bound: best.value, ...(best.weights === told ? {} : { find: best.weights }) }
  return best.weights
}

const toldBound = (bound: number | undefined) => (bound === undefined ? {} : { bound })

/** Lets the one that has worked less go on; ends with the tree. */
function* inTurns(tree: Generator<Stride, void>, search: Generator<Stride>): Generator<Stride> {
  let lead = 0
  for (;;) {
    const isTree = lead > 0
    const state = isTree ? tree.next() : search.next()
    if (state.done) return
    lead += isTree ? -state.value.work : state.value.work
    yield state.value
  }
}

function lastResort(data: PortfolioData): Float64Array {
  if (data.lots === null) return completed(data, heaviest(data, data.greatest)).relaxed.weights
  return weightsOf(data, mended(data, spread(data, new Float64Array(data.size))))
}
