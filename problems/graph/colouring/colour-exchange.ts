import type { Random } from '../../../src/run/index.ts'
import type { Neighbours } from '../neighbours.ts'

/** Every node has one of `colours` colours; edges within a colour are conflicts, and the search is for none. */
export interface ExchangeState {
  readonly neighbours: Neighbours
  readonly colours: number
  readonly colour: Int32Array
  /** seen[i·colours + c] is how many neighbours of i have colour c. */
  readonly seen: Int32Array
  /** The move of i to c is forbidden before this step. */
  readonly until: Int32Array
  /** The nodes in conflict, and where each stands among them (−1: not). */
  readonly troubled: Uint32Array
  readonly troubledAt: Int32Array
  count: number
  conflicts: number
  step: number
  readonly best: Int32Array
  fewest: number
}

export function exchangeState(neighbours: Neighbours, colours: number, start: Int32Array): ExchangeState {
  const { size, rowStart, column } = neighbours
  const state: ExchangeState = {
    neighbours,
    colours,
    colour: start.slice(),
    seen: new Int32Array(size * colours),
    until: new Int32Array(size * colours),
    troubled: new Uint32Array(size),
    troubledAt: new Int32Array(size).fill(-1),
    count: 0,
    conflicts: 0,
    step: 0,
    best: start.slice(),
    fewest: 0,
  }
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) state.seen[i * colours + start[column[k]]]++
    state.conflicts += state.seen[i * colours + start[i]] / 2
  }
  for (let i = 0; i < size; i++) retrouble(state, i)
  state.fewest = state.conflicts
  return state
}

/**
 * TabuCol (Hertz and de Werra 1987) with the tenure of Galinier and Hao (1999): the best move of a node in conflict to
 * another colour, chance among equals; the way back is forbidden for 0.6 · (nodes in conflict) + 0…9 steps. Stops after
 * about `work` units or at the step `last`, or without conflicts; returns the work done.
 */
export function exchangeColours(state: ExchangeState, work: number, last: number, random: Random): number {
  const { colours, colour, seen, until, troubled } = state
  let done = 0
  while (done < work && state.step < last && state.conflicts > 0) {
    const step = ++state.step
    const { count, conflicts, fewest } = state
    let lowest = Number.POSITIVE_INFINITY
    let ties = 0
    let node = -1
    let into = -1
    for (let t = 0; t < count; t++) {
      const i = troubled[t]
      const row = i * colours
      const own = colour[i]
      const here = seen[row + own]
      for (let c = 0; c < colours; c++) {
        const change = seen[row + c] - here
        if (change > lowest || c === own) continue
        if (until[row + c] >= step && conflicts + change >= fewest) continue
        if (change < lowest) {
          lowest = change
          ties = 1
        } else if (random.below(++ties) > 0) continue
        node = i
        into = c
      }
    }
    done += 8 + ((count * colours) >> 2)
    if (node < 0) continue
    until[node * colours + colour[node]] = step + Math.floor(0.6 * count) + random.below(10)
    done += recolour(state, node, into)
    if (state.conflicts < state.fewest) {
      state.fewest = state.conflicts
      state.best.set(colour)
      done += colour.length >> 3
    }
  }
  return done
}

function recolour(state: ExchangeState, i: number, into: number): number {
  const { neighbours, colours, colour, seen } = state
  const { rowStart, column } = neighbours
  const out = colour[i]
  state.conflicts += seen[i * colours + into] - seen[i * colours + out]
  colour[i] = into
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    seen[j * colours + out]--
    seen[j * colours + into]++
    if (colour[j] === out || colour[j] === into) retrouble(state, j)
  }
  retrouble(state, i)
  return rowStart[i + 1] - rowStart[i]
}

/** Puts a node on the list of those in conflict, or takes it off. */
function retrouble(state: ExchangeState, i: number): void {
  const { colours, colour, seen, troubled, troubledAt } = state
  const at = troubledAt[i]
  if (seen[i * colours + colour[i]] > 0 === at >= 0) return
  if (at < 0) {
    troubledAt[i] = state.count
    troubled[state.count++] = i
    return
  }
  const last = troubled[--state.count]
  troubled[at] = last
  troubledAt[last] = at
  troubledAt[i] = -1
}
