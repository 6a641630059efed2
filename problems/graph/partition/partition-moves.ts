import type { Couplings } from '../../../src/qubo/index.ts'
import type { Random } from '../../../src/run/index.ts'

/** A graph whose nodes stand for one or several nodes of a finer one: `mass` says for how many. */
export interface MassGraph {
  readonly couplings: Couplings
  readonly mass: Int32Array
}

/** What every part may hold. */
export interface Sizes {
  readonly parts: number
  readonly low: number
  readonly high: number
}

/** Every node is in a part; single moves, each undoing the imbalance that the one before made. */
export interface MoveState {
  readonly graph: MassGraph
  readonly sizes: Sizes
  readonly part: Int32Array
  /** What the parts hold. */
  readonly held: Int32Array
  /** joined[i·parts + p] is the weight of the edges from i into part p. */
  readonly joined: Float64Array
  /** The node stays before this step. */
  readonly until: Int32Array
  /** Nodes with edges into other parts, and where each stands among them (−1: not). */
  readonly border: Uint32Array
  readonly borderAt: Int32Array
  /** The heaviest mass: how far one move may lead off balance. */
  readonly stride: number
  borders: number
  step: number
  cut: number
  /** How far parts are outside their sizes, summed. */
  excess: number
  readonly best: Int32Array
  bestCut: number
  bestExcess: number
  /** The step at which the best was found. */
  bestStep: number
}

export function moveState(graph: MassGraph, sizes: Sizes, start: Int32Array): MoveState {
  const { size } = graph.couplings
  const state: MoveState = {
    graph,
    sizes,
    part: start.slice(),
    held: new Int32Array(sizes.parts),
    joined: new Float64Array(size * sizes.parts),
    until: new Int32Array(size),
    border: new Uint32Array(size),
    borderAt: new Int32Array(size).fill(-1),
    stride: graph.mass.reduce((most, mass) => Math.max(most, mass), 1),
    borders: 0,
    step: 0,
    cut: 0,
    excess: 0,
    best: start.slice(),
    bestCut: 0,
    bestExcess: 0,
    bestStep: 0,
  }
  place(state)
  Object.assign(state, { bestCut: state.cut, bestExcess: state.excess })
  return state
}

/** Counts everything afresh. */
function place(state: MoveState): void {
  const { graph, sizes, part, held, joined } = state
  const { size, rowStart, column, value } = graph.couplings
  for (let i = 0; i < size; i++) {
    held[part[i]] += graph.mass[i]
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      joined[i * sizes.parts + part[column[k]]] += value[k]
      if (part[column[k]] !== part[i]) state.cut += value[k] / 2
    }
  }
  for (let i = 0; i < size; i++) reborder(state, i)
  for (const mass of held) state.excess += outside(sizes, mass)
}

const outside = ({ low, high }: Sizes, held: number): number => Math.max(0, held - high, low - held)

/**
 * Tabu search: the move that cuts least (off balance: of those that lead back), chance among equals; who moved stays for
 * a while. About `work` units, or until `patience` steps brought nothing better; returns the work done.
 */
export function moveNodes(state: MoveState, work: number, patience: number, random: Random): number {
  const size = state.part.length
  const { parts } = state.sizes
  const stretch = Math.max(leastSeen, Math.floor(mostSeen / parts))
  const tenure = 2 + Math.min(40, size >> 4)
  let done = 0
  while (done < work && state.step - state.bestStep < patience) {
    state.step++
    const seen = Math.min(state.borders, stretch)
    let move = seen > 0 ? pick(state, state.border, seen, random) : -1
    done += 8 + ((seen * parts) >> 1)
    if (move < 0) {
      move = pick(state, null, size, random)
      done += (size * parts) >> 1
    }
    if (move < 0) continue
    const i = Math.floor(move / parts)
    done += shift(state, i, move % parts)
    state.until[i] = state.step + tenure + random.below(10)
    if (state.excess > state.bestExcess || (state.excess === state.bestExcess && !isBetter(state))) continue
    Object.assign(state, { bestCut: state.cut, bestExcess: state.excess, bestStep: state.step })
    state.best.set(state.part)
    done += size >> 3
  }
  return done
}

/** Beyond rounding. */
const isBetter = ({ cut, bestCut }: MoveState): boolean => cut < bestCut - 1e-9 * Math.max(1, Math.abs(bestCut))

/** Of longer lists a stretch of so many moves is looked at, or of so many nodes. */
const mostSeen = 1024
const leastSeen = 64

/** The best move of the listed nodes (of all without a list) as i·parts + p, −1 for none. */
function pick(state: MoveState, list: Uint32Array | null, count: number, random: Random): number {
  const { graph, sizes, part, held, joined, until, step, excess, stride } = state
  const { parts } = sizes
  const most = excess === 0 ? 2 * stride : excess - 1
  let highest = Number.NEGATIVE_INFINITY
  let ties = 0
  let best = -1
  const total = list === null ? count : state.borders
  const offset = count < total ? random.below(total) : 0
  for (let t = 0; t < count; t++) {
    const at = offset + t < total ? offset + t : offset + t - total
    const i = list === null ? at : list[at]
    if (until[i] > step) continue
    const own = part[i]
    const row = i * parts
    const here = joined[row + own]
    const mass = graph.mass[i]
    for (let p = 0; p < parts; p++) {
      const gain = joined[row + p] - here
      if (gain < highest || p === own) continue
      const change =
        outside(sizes, held[p] + mass) -
        outside(sizes, held[p]) +
        outside(sizes, held[own] - mass) -
        outside(sizes, held[own])
      if (excess + change > most) continue
      if (gain > highest) ties = 0
      else if (random.below(ties + 1) > 0) {
        ties++
        continue
      }
      ties++
      highest = gain
      best = row + p
    }
  }
  return best
}

export function shift(state: MoveState, i: number, into: number): number {
  const { graph, sizes, part, held, joined } = state
  const { rowStart, column, value } = graph.couplings
  const { parts } = sizes
  const out = part[i]
  const mass = graph.mass[i]
  state.excess -= outside(sizes, held[out]) + outside(sizes, held[into])
  held[out] -= mass
  held[into] += mass
  state.excess += outside(sizes, held[out]) + outside(sizes, held[into])
  state.cut += joined[i * parts + out] - joined[i * parts + into]
  part[i] = into
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    joined[j * parts + out] -= value[k]
    joined[j * parts + into] += value[k]
    reborder(state, j)
  }
  reborder(state, i)
  return 4 + 2 * parts * (rowStart[i + 1] - rowStart[i])
}

function reborder(state: MoveState, i: number): void {
  const { sizes, part, joined, border, borderAt } = state
  const row = i * sizes.parts
  let abroad = false
  for (let p = 0; p < sizes.parts; p++) if (p !== part[i] && joined[row + p] !== 0) abroad = true
  const at = borderAt[i]
  if (abroad === at >= 0) return
  if (abroad) {
    borderAt[i] = state.borders
    border[state.borders++] = i
    return
  }
  const last = border[--state.borders]
  border[at] = last
  borderAt[last] = at
  borderAt[i] = -1
}
