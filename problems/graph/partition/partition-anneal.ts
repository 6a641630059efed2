import type { Random } from '../../../src/run/index.ts'
import { ln } from '../../logarithm.ts'
import type { MassGraph, Sizes } from './partition-moves.ts'

/** Stratified −ln u: a cost c is accepted at temperature T iff c ≤ −T·ln u, so no exponential is needed per trial. */
const entries = 2 ** 10
const nats = Float64Array.from({ length: entries }, (_, k) => -ln((k + 0.5) / entries))

/** What a sweep needs, and leaves behind. */
interface Sweeping {
  readonly graph: MassGraph
  readonly part: Int32Array
  readonly held: Int32Array
  /** joined[i·parts + p] is the weight of the edges from i into part p. */
  readonly joined: Float64Array
  readonly threshold: Float64Array
  /** Whether a part may be proposed that no neighbour is in. */
  readonly isAnywhere: boolean
  low: number
  high: number
  /** The node that comes next. */
  at: number
}

/**
 * Simulated annealing of single moves (Johnson, Aragon, McGeoch and Schevon 1989), from `start`, over `sweeps` looks at
 * every node, at temperatures that fall evenly from `hot` to nearly 0. Instead of a penalty, sizes may stray by a margin
 * that shrinks with the temperature to the heaviest node: who ends off balance has to be mended. Yields the work of pieces
 * of about `piece` units; changes and returns `start`.
 */
export function* annealed(
  graph: MassGraph,
  sizes: Sizes,
  start: Int32Array,
  { sweeps, hot, piece }: { sweeps: number; hot: number; piece: number },
  random: Random,
): Generator<number, Int32Array> {
  const state = sweeping(graph, sizes, start)
  const heaviest = graph.mass.reduce((most, mass) => Math.max(most, mass), 1)
  yield graph.couplings.column.length + entries
  let work = 0
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const left = 1 - sweep / sweeps
    const margin = heaviest + Math.floor(0.03 * left * sizes.high)
    state.low = sizes.low - margin
    state.high = sizes.high + margin
    for (let k = 0; k < entries; k++) state.threshold[k] = nats[k] * hot * left
    work += entries >> 3
    for (state.at = 0; state.at < start.length; ) {
      work +=
        sizes.parts === 2 ? sweepTwo(state, piece - work, random) : sweepMany(state, sizes.parts, piece - work, random)
      if (work < piece) continue
      yield work
      work = 0
    }
  }
  if (work > 0) yield work
  return start
}

/** The mean over the nodes of √Σ weight². */
export function typicalField({ couplings: { size, rowStart, value } }: MassGraph): number {
  let total = 0
  for (let i = 0; i < size; i++) {
    let squares = 0
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) squares += value[k] * value[k]
    total += Math.sqrt(squares)
  }
  return total / Math.max(1, size)
}

function sweeping(graph: MassGraph, { parts }: Sizes, part: Int32Array): Sweeping {
  const { size, rowStart, column, value } = graph.couplings
  const held = new Int32Array(parts)
  const joined = new Float64Array(size * parts)
  for (let i = 0; i < size; i++) {
    held[part[i]] += graph.mass[i]
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) joined[i * parts + part[column[k]]] += value[k]
  }
  const isAnywhere = value.some((weight) => weight < 0)
  return { graph, part, held, joined, threshold: new Float64Array(entries), isAnywhere, low: 0, high: 0, at: 0 }
}

/** Looks at nodes from `at` on until the end or about `work` units are done; returns what it did. */
function sweepTwo(state: Sweeping, work: number, random: Random): number {
  const { graph, part, held, joined, threshold, low, high } = state
  const { mass } = graph
  const { rowStart, column, value } = graph.couplings
  const size = part.length
  let i = state.at
  let done = 1
  for (; i < size && done < work; i++) {
    done++
    const own = part[i]
    const cost = joined[2 * i + own] - joined[2 * i + 1 - own]
    if (cost > threshold[random.uint32() & (entries - 1)]) continue
    if (held[own] - mass[i] < low || held[1 - own] + mass[i] > high) continue
    held[own] -= mass[i]
    held[1 - own] += mass[i]
    part[i] = 1 - own
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = 2 * column[k]
      joined[j + own] -= value[k]
      joined[j + 1 - own] += value[k]
    }
    done += 2 + ((rowStart[i + 1] - rowStart[i]) >> 1)
  }
  state.at = i
  return done
}

/** The same for several parts: a random neighbour's part is proposed, or any. */
function sweepMany(state: Sweeping, parts: number, work: number, random: Random): number {
  const { graph, part, held, joined, threshold, isAnywhere, low, high } = state
  const { mass } = graph
  const { rowStart, column, value } = graph.couplings
  const size = part.length
  let i = state.at
  let done = 1
  for (; i < size && done < work; i++) {
    done += 2
    const own = part[i]
    const first = rowStart[i]
    const degree = rowStart[i + 1] - first
    const into = isAnywhere || degree === 0 ? random.below(parts) : part[column[first + random.below(degree)]]
    if (into === own) continue
    const cost = joined[i * parts + own] - joined[i * parts + into]
    if (cost > threshold[random.uint32() & (entries - 1)]) continue
    if (held[own] - mass[i] < low || held[into] + mass[i] > high) continue
    held[own] -= mass[i]
    held[into] += mass[i]
    part[i] = into
    for (let k = first; k < first + degree; k++) {
      const j = column[k] * parts
      joined[j + own] -= value[k]
      joined[j + into] += value[k]
    }
    done += 2 + (degree >> 1)
  }
  state.at = i
  return done
}
