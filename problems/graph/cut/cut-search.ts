import { type Couplings, couplingsFromCoo } from '../../../src/qubo/index.ts'
import { type Job, Ledger, type Random } from '../../../src/run/index.ts'
import type { WeightedGraph } from '../weighted-graph.ts'

/** Rounds of perturbation; chosen so that 800 nodes and 19,000 edges take a few milliseconds. */
const rounds = 48

/**
 * A good cut quickly: each node greedily to its better side (Sahni and Gonzalez 1976), then one-flip local search from
 * perturbed copies of the best cut so far (breakout local search, Benlic and Hao 2013, without its tabu memory).
 * Finds and result are sides, 0 or 1 per node. Ends by itself after a fixed number of rounds.
 */
export function* cutSearch(graph: WeightedGraph, random: Random): Job<Uint8Array, Uint8Array> {
  const best = { side: new Uint8Array(graph.size), cut: 0 }
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return best.side
  const state = startState(graph)
  ledger.spend(2 * graph.size + 8 * graph.from.length)
  const flips = Math.max(2, Math.ceil(graph.size / 24))
  for (let round = 0; round <= rounds; round++) {
    ledger.spend(round === 0 ? greedy(state) : perturb(state, best.side, best.cut, flips, random))
    for (let moved = true; moved; ) {
      const pass = improve(state)
      moved = pass.moved
      if (!moved && state.cut > best.cut + state.grain) {
        Object.assign(best, { side: state.side.slice(), cut: state.cut })
        ledger.found(best.side)
      }
      if (ledger.spend(pass.work)) yield* ledger.settle()
      if (ledger.stopped) return best.side
    }
  }
  yield* ledger.finish()
  return best.side
}

interface State {
  readonly couplings: Couplings
  readonly side: Uint8Array
  /** What the cut wins when the node changes sides. */
  readonly gain: Float64Array
  /** Gains below this are rounding. */
  readonly grain: number
  cut: number
}

/** Everybody on side 0. */
function startState({ size, from, to, weight }: WeightedGraph): State {
  const couplings = couplingsFromCoo(size, from, to, weight, new Float64Array(size))
  const gain = new Float64Array(size)
  let largest = 0
  for (let i = 0; i < size; i++) {
    for (let k = couplings.rowStart[i]; k < couplings.rowStart[i + 1]; k++) gain[i] += couplings.value[k]
    largest = Math.max(largest, Math.abs(gain[i]))
  }
  return { couplings, side: new Uint8Array(size), gain, grain: 1e-12 * largest, cut: 0 }
}

function flip({ couplings: { rowStart, column, value }, side, gain }: State, i: number): number {
  const own = (side[i] ^= 1)
  gain[i] = -gain[i]
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    gain[j] += side[j] === own ? 2 * value[k] : -2 * value[k]
  }
  return rowStart[i + 1] - rowStart[i]
}

/** Places the nodes one by one where they cut more of what is placed already. */
function greedy(state: State): number {
  const {
    couplings: { size, rowStart, column, value },
    side,
  } = state
  const chosen = new Uint8Array(size)
  for (let i = 0; i < size; i++) {
    let toZero = 0
    for (let k = rowStart[i]; k < rowStart[i + 1] && column[k] < i; k++)
      toZero += chosen[column[k]] === 0 ? value[k] : -value[k]
    chosen[i] = toZero > 0 ? 1 : 0
  }
  for (let i = 0; i < size; i++) {
    if (chosen[i] === side[i]) continue
    state.cut += state.gain[i]
    flip(state, i)
  }
  return size + 2 * column.length
}

/** Back to the best cut, then `flips` random nodes change sides. */
function perturb(state: State, best: Uint8Array, cut: number, flips: number, random: Random): number {
  const { side, gain } = state
  let work = side.length
  for (let i = 0; i < side.length; i++) if (side[i] !== best[i]) work += flip(state, i)
  state.cut = cut
  for (let k = 0; k < flips; k++) {
    const i = random.below(side.length)
    state.cut += gain[i]
    work += 4 + flip(state, i)
  }
  return work
}

/** One pass over all nodes; whoever wins by changing sides does. */
function improve(state: State): { moved: boolean; work: number } {
  const { gain, grain, side } = state
  let work = side.length
  let moved = false
  for (let i = 0; i < side.length; i++) {
    if (gain[i] <= grain) continue
    state.cut += gain[i]
    work += flip(state, i)
    moved = true
  }
  return { moved, work }
}
