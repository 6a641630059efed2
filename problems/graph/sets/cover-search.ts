import { atOnce, type Pieces, type Random } from '../../../src/run/index.ts'
import type { Neighbours } from '../neighbours.ts'

/** A cover of all edges by nodes, and the search for a lighter one; what is outside the cover is an independent set. */
export interface CoverState {
  readonly graph: Neighbours
  readonly weight: Float64Array
  /** All weights are 1. */
  readonly isUnit: boolean
  readonly ends: Uint32Array
  /** The edge at each entry of the rows. */
  readonly edgeAt: Uint32Array
  readonly edgeWeight: Int32Array
  readonly inCover: Uint8Array
  /** What the weight of covered edges wins when the node changes sides. */
  readonly score: Int32Array
  /** Something changed beside the node since it left the cover. */
  readonly changed: Uint8Array
  readonly stamp: Float64Array
  readonly cover: Uint32Array
  readonly coverAt: Uint32Array
  readonly uncovered: Uint32Array
  readonly uncoveredAt: Int32Array
  covers: number
  open: number
  coverWeight: number
  readonly totalWeight: number
  /** The sum of all edge weights. */
  pressure: number
  step: number
  tabu: number
  /** 1 for the nodes of the best independent set so far. */
  readonly best: Uint8Array
  bestWeight: number
}

/** A start from an independent set, which need not be a large one. */
export const coverState = (graph: Neighbours, weight: Float64Array, start: Uint8Array): CoverState =>
  atOnce(covering(graph, weight, start))

/** The same in pieces. */
export function* covering(graph: Neighbours, weight: Float64Array, start: Uint8Array): Pieces<CoverState> {
  const { size, column } = graph
  const edges = column.length / 2
  const { ends, edgeAt } = yield* edgesOf(graph)
  const state: CoverState = {
    graph,
    weight,
    isUnit: weight.every((w) => w === 1),
    ends,
    edgeAt,
    edgeWeight: new Int32Array(edges).fill(1),
    inCover: new Uint8Array(size),
    score: new Int32Array(size),
    changed: new Uint8Array(size).fill(1),
    stamp: new Float64Array(size),
    cover: new Uint32Array(size),
    coverAt: new Uint32Array(size),
    uncovered: new Uint32Array(edges),
    uncoveredAt: new Int32Array(edges),
    covers: 0,
    open: edges,
    coverWeight: 0,
    totalWeight: weight.reduce((sum, w) => sum + w, 0),
    pressure: edges,
    step: 1,
    tabu: -1,
    best: new Uint8Array(size),
    bestWeight: Number.NEGATIVE_INFINITY,
  }
  for (let e = 0; e < edges; e++) state.uncovered[e] = state.uncoveredAt[e] = e
  for (let i = 0; i < size; i++) state.score[i] = graph.rowStart[i + 1] - graph.rowStart[i]
  yield 2 * edges
  for (let i = 0, work = 0; i < size; i++) {
    if (!start[i]) work += 2 * enter(state, i)
    if (work < pause) continue
    yield work
    work = 0
  }
  keepBest(state)
  yield size
  return state
}

/** Units between two pieces of the beginning. */
const pause = 8192

function* edgesOf({ size, rowStart, column }: Neighbours): Pieces<{ ends: Uint32Array; edgeAt: Uint32Array }> {
  const ends = new Uint32Array(column.length)
  const edgeAt = new Uint32Array(column.length)
  const next = rowStart.slice()
  for (let i = 0, e = 0, done = 0; i < size; i++) {
    if (rowStart[i] + i - done >= pause / 4) {
      yield 4 * (rowStart[i] + i - done)
      done = rowStart[i] + i
    }
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      if (j < i) continue
      ends[2 * e] = i
      ends[2 * e + 1] = j
      edgeAt[k] = e
      // Rows are in rising order, so the entries of smaller neighbours come first, in the order they are met here.
      edgeAt[next[j]++] = e++
    }
  }
  return { ends, edgeAt }
}

/** About `work` units of local search; returns what it did. */
export function searchCover(state: CoverState, work: number, random: Random): number {
  let done = 0
  if (state.covers === 0) return work
  while (done < work) done += state.isUnit ? exchange(state, random) : rebuild(state, random)
  return done
}

/**
 * One step of NuMVC (Cai, Su, Luo and Sattar 2013): while everything is covered a node leaves; then one node leaves for
 * another at a random open edge, which may not come back before something changed beside it; open edges grow heavier.
 */
function exchange(state: CoverState, random: Random): number {
  let work = 4
  while (state.open === 0) {
    keepBest(state)
    if (state.covers === 0) return work + state.graph.size
    work += state.graph.size + state.covers + leave(state, cheapest(state, random))
  }
  if (state.covers > 0) work += scanWork(state) + leave(state, cheapest(state, random))
  work += join(state, random)
  return work + grow(state)
}

/**
 * The same for weighted nodes (after DynWVC, Cai, Hou, Lin and Li 2018): one or two nodes leave (always two can go round in
 * circles), then nodes join until all is covered again, then whoever covers nothing alone leaves.
 */
function rebuild(state: CoverState, random: Random): number {
  let work = 8 + 3 * scanWork(state)
  for (let left = 1 + random.below(2); left > 0 && state.covers > 0; left--)
    work += leave(state, cheapest(state, random))
  const joined: number[] = []
  while (state.open > 0) {
    work += join(state, random) + grow(state)
    joined.push(state.tabu)
  }
  for (const i of joined) work += release(state, i)
  const outside = state.totalWeight - state.coverWeight
  if (outside < state.bestWeight * (1 - 1e-9)) return work
  keepBest(state)
  return work + (state.inCover.length >> 1)
}

/** The node and its neighbours leave where they cover nothing alone: only beside who joined that can have come about. */
function release(state: CoverState, i: number): number {
  const { graph, inCover, score } = state
  const { rowStart, column } = graph
  let work = 2 + ((rowStart[i + 1] - rowStart[i]) >> 2)
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    if (inCover[j] && score[j] === 0) work += leave(state, j)
  }
  return inCover[i] && score[i] === 0 ? work + leave(state, i) : work
}

const mostScanned = 2048
const sampled = 64

const scanWork = (state: CoverState): number => (state.covers > mostScanned ? 2 * sampled : state.covers >> 3) + 2

/** The node of the cover whose leaving opens least per weight, the oldest of equals; of many, the best of a sample. */
function cheapest(state: CoverState, random: Random): number {
  if (state.isUnit && state.covers <= mostScanned) return leastScore(state)
  const { cover, covers, score, stamp, weight, tabu } = state
  const isSampled = covers > mostScanned
  const count = isSampled ? sampled : covers
  let pick = -1
  let highest = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    const i = cover[isSampled ? random.below(covers) : k]
    const value = score[i] / weight[i]
    if (value < highest || i === tabu || (value === highest && stamp[i] >= stamp[pick])) continue
    highest = value
    pick = i
  }
  return pick < 0 ? cover[0] : pick
}

/** The same where all weigh 1, without sample and division. */
function leastScore({ cover, covers, score, stamp, tabu }: CoverState): number {
  let pick = -1
  let highest = -0x80000000
  let oldest = 0
  for (let k = 0; k < covers; k++) {
    const i = cover[k]
    const value = score[i]
    if (value < highest || i === tabu) continue
    if (value === highest && stamp[i] >= oldest) continue
    highest = value
    oldest = stamp[i]
    pick = i
  }
  return pick < 0 ? cover[0] : pick
}

/** Of a random open edge the end that covers more enters. */
function join(state: CoverState, random: Random): number {
  const { ends, uncovered, changed, score, stamp, weight } = state
  const e = uncovered[random.below(state.open)]
  const a = ends[2 * e]
  const b = ends[2 * e + 1]
  const gain = score[a] / weight[a] - score[b] / weight[b]
  const isFirst = changed[a] !== changed[b] ? changed[a] : gain > 0 || (gain === 0 && stamp[a] < stamp[b])
  const pick = isFirst ? a : b
  state.tabu = pick
  return enter(state, pick)
}

/** Open edges gain weight; when the mean is above half the nodes, all forget 70 % of theirs. */
function grow(state: CoverState): number {
  const { ends, edgeWeight, uncovered, score, open } = state
  for (let k = 0; k < open; k++) {
    const e = uncovered[k]
    edgeWeight[e]++
    score[ends[2 * e]]++
    score[ends[2 * e + 1]]++
  }
  state.pressure += open
  state.step++
  if (state.pressure <= 0.5 * state.graph.size * edgeWeight.length) return open
  forget(state)
  return open + 4 * edgeWeight.length
}

function forget(state: CoverState): void {
  const { ends, edgeWeight, inCover, score } = state
  score.fill(0)
  state.pressure = 0
  for (let e = 0; e < edgeWeight.length; e++) {
    const w = Math.max(1, Math.floor(edgeWeight[e] * 0.3))
    edgeWeight[e] = w
    state.pressure += w
    const a = ends[2 * e]
    const b = ends[2 * e + 1]
    if (inCover[a] + inCover[b] === 0) {
      score[a] += w
      score[b] += w
    } else if (inCover[a] + inCover[b] === 1) score[inCover[a] ? a : b] -= w
  }
}

function enter(state: CoverState, i: number): number {
  const { graph, edgeAt, edgeWeight, inCover, score, changed, uncovered, uncoveredAt } = state
  const { rowStart, column } = graph
  inCover[i] = 1
  score[i] = -score[i]
  state.stamp[i] = state.step
  state.coverAt[i] = state.covers
  state.cover[state.covers++] = i
  state.coverWeight += state.weight[i]
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    const e = edgeAt[k]
    changed[j] = 1
    if (inCover[j]) {
      score[j] += edgeWeight[e]
      continue
    }
    score[j] -= edgeWeight[e]
    const last = uncovered[--state.open]
    uncovered[uncoveredAt[e]] = last
    uncoveredAt[last] = uncoveredAt[e]
  }
  return 2 + ((rowStart[i + 1] - rowStart[i]) >> 1)
}

function leave(state: CoverState, i: number): number {
  const { graph, edgeAt, edgeWeight, inCover, score, changed, uncovered, uncoveredAt } = state
  const { rowStart, column } = graph
  inCover[i] = 0
  score[i] = -score[i]
  changed[i] = 0
  state.stamp[i] = state.step
  const last = state.cover[--state.covers]
  state.cover[state.coverAt[i]] = last
  state.coverAt[last] = state.coverAt[i]
  state.coverWeight -= state.weight[i]
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    const e = edgeAt[k]
    changed[j] = 1
    if (inCover[j]) {
      score[j] -= edgeWeight[e]
      continue
    }
    score[j] += edgeWeight[e]
    uncoveredAt[e] = state.open
    uncovered[state.open++] = e
  }
  return 2 + ((rowStart[i + 1] - rowStart[i]) >> 1)
}

/** The nodes outside weigh what the set weighs, summed afresh: no rounding is carried along. */
function keepBest(state: CoverState): void {
  const { inCover, weight, best } = state
  let total = 0
  for (let i = 0; i < inCover.length; i++) if (!inCover[i]) total += weight[i]
  if (total <= state.bestWeight) return
  state.bestWeight = total
  for (let i = 0; i < inCover.length; i++) best[i] = 1 - inCover[i]
}
