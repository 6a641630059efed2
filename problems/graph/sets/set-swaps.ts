import type { Pieces, Random } from '../../../src/run/index.ts'
import type { Neighbours } from '../neighbours.ts'

/** A set of nodes without conflicts, changed by swaps: one node comes in, those in its way go. All nodes weigh 1. */
export interface SwapState {
  readonly graph: Neighbours
  readonly inside: Uint8Array
  /** How many chosen nodes are in the way of each node. */
  readonly blockers: Int32Array
  /** Nodes outside with 0, 1 or 2 in their way; where each stands in its list, and in which list (3: in none). */
  readonly lists: readonly [Uint32Array, Uint32Array, Uint32Array]
  readonly count: Uint32Array
  readonly place: Uint32Array
  readonly list: Uint8Array
  /** The node stays outside before this step. */
  readonly until: Float64Array
  /** When the node last moved. */
  readonly stamp: Float64Array
  chosen: number
  step: number
  /** The largest set since the last shake, and when it was found. */
  local: number
  localStep: number
  readonly best: Uint8Array
  bestCount: number
}

/** From a set without conflicts, piece by piece: about a unit for each entry of the rows that are chosen. */
export function* swapping(graph: Neighbours, start: Uint8Array): Pieces<SwapState> {
  const { size } = graph
  const state: SwapState = {
    graph,
    inside: new Uint8Array(size),
    blockers: new Int32Array(size),
    lists: [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)],
    count: new Uint32Array(4),
    place: new Uint32Array(size),
    list: new Uint8Array(size).fill(3),
    until: new Float64Array(size),
    stamp: new Float64Array(size),
    chosen: 0,
    step: 1,
    local: 0,
    localStep: 0,
    best: new Uint8Array(size),
    bestCount: 0,
  }
  for (let i = 0; i < size; i++) enlist(state, i)
  let work = size
  for (let i = 0; i < size; i++) {
    if (start[i]) work += enter(state, i)
    if (work < pause) continue
    yield work
    work = 0
  }
  yield work + 1
  state.best.set(state.inside)
  state.bestCount = state.local = state.chosen
  return state
}

/** Units between two pieces of the beginning. */
const pause = 8192
/** Of longer lists a stretch of this length is looked at. */
const mostSeen = 64
/** Steps without a gain before nodes are forced in, and how many. */
const depth = 20_000
const forced = 10

/**
 * Swap-based tabu search (Jin and Hao 2015, "General swap-based multiple neighborhood tabu search for the maximum
 * independent set problem"): who has nobody in the way comes in, else who has one, else who has two, the longest unmoved
 * first; who had to go stays outside for a while. After `depth` steps without a gain some nodes are forced in. About
 * `work` units; returns what it did.
 */
export function searchSwaps(state: SwapState, work: number, random: Random): number {
  const { size } = state.graph
  let done = 0
  while (done < work) {
    state.step++
    if (state.step - state.localStep > depth) done += shake(state, random)
    const free = state.count[0]
    let pick = free > 0 ? state.lists[0][random.below(free)] : -1
    if (pick < 0) pick = oldest(state, 1, random)
    if (pick < 0) pick = oldest(state, 2, random)
    if (pick < 0) pick = random.below(size)
    done += 40 + swap(state, pick, random)
    if (state.chosen <= state.local) continue
    state.local = state.chosen
    state.localStep = state.step
    if (state.chosen <= state.bestCount) continue
    state.bestCount = state.chosen
    state.best.set(state.inside)
    done += size >> 4
  }
  return done
}

/** A few nodes come in, whoever is in their way. */
function shake(state: SwapState, random: Random): number {
  let work = 1
  for (let k = 0; k < forced; k++) work += swap(state, random.below(state.graph.size), random)
  state.local = state.chosen
  state.localStep = state.step
  return work
}

/** The longest unmoved node of a list, of those that may move; −1 for none. */
function oldest({ lists, count, until, stamp, step }: SwapState, which: 1 | 2, random: Random): number {
  const list = lists[which]
  const total = count[which]
  const seen = Math.min(total, mostSeen)
  let at = total > seen ? random.below(total) : 0
  let pick = -1
  for (let k = 0; k < seen; k++, at++) {
    if (at === total) at = 0
    const i = list[at]
    if (until[i] > step || (pick >= 0 && stamp[i] >= stamp[pick])) continue
    pick = i
  }
  return pick
}

/** The node comes in, and those in its way go, for some steps. */
function swap(state: SwapState, i: number, random: Random): number {
  const { graph, inside, blockers, until, step } = state
  const { rowStart, column } = graph
  if (inside[i]) return 1
  const single = blockers[i] === 1
  const stay = single ? 5 + random.below(state.count[1] + 1) : 7
  let left = blockers[i]
  let work = 0
  for (let k = rowStart[i]; left > 0; k++) {
    const j = column[k]
    if (!inside[j]) continue
    left--
    work += leave(state, j)
    until[j] = step + stay
  }
  return work + enter(state, i)
}

function enter(state: SwapState, i: number): number {
  const { graph, inside, blockers } = state
  const { rowStart, column } = graph
  inside[i] = 1
  state.chosen++
  state.stamp[i] = state.step
  delist(state, i)
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    blockers[j]++
    if (blockers[j] > 3 || inside[j]) continue
    delist(state, j)
    enlist(state, j)
  }
  return 4 + ((rowStart[i + 1] - rowStart[i]) >> 1)
}

function leave(state: SwapState, i: number): number {
  const { graph, inside, blockers } = state
  const { rowStart, column } = graph
  inside[i] = 0
  state.chosen--
  state.stamp[i] = state.step
  enlist(state, i)
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    blockers[j]--
    if (blockers[j] > 2 || inside[j]) continue
    delist(state, j)
    enlist(state, j)
  }
  return 4 + ((rowStart[i + 1] - rowStart[i]) >> 1)
}

function enlist({ lists, count, place, list, blockers }: SwapState, i: number): void {
  const which = blockers[i]
  if (which > 2) return
  list[i] = which
  place[i] = count[which]
  lists[which][count[which]++] = i
}

function delist({ lists, count, place, list }: SwapState, i: number): void {
  const which = list[i]
  if (which > 2) return
  const last = lists[which][--count[which]]
  lists[which][place[i]] = last
  place[last] = place[i]
  list[i] = 3
}
