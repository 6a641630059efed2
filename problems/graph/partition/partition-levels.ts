import { type Random, shuffled } from '../../../src/run/index.ts'
import { type Coarser, coarsened } from './coarsening.ts'
import { annealed, typicalField } from './partition-anneal.ts'
import { type MassGraph, type MoveState, moveNodes, moveState, type Sizes } from './partition-moves.ts'

/** Units between two looks at the allowance. */
export const piece = 20_000
/** Coarsening ends at so many nodes per part. */
const coarsest = 30
/** Steps without a gain: so many, and one for each node up to here. */
const mostPatience = 4000

/** What a generator of work is told to look at after each piece of the finest graph. */
type Look = (state: MoveState) => void

/** Tabu search until `patience` steps brought nothing; yields the work of each piece. */
export function* improve(state: MoveState, patience: number, random: Random, look: Look): Generator<number> {
  for (;;) {
    const done = moveNodes(state, piece, patience, random)
    look(state)
    yield done
    if (state.step - state.bestStep >= patience) return
  }
}

/** Down to the coarsest copy, parted by chance, and up again. */
export function* descended(graph: MassGraph, sizes: Sizes, random: Random, look: Look): Generator<number, Int32Array> {
  const levels = yield* coarsenedWhile(graph, sizes, random, null)
  const smallest = levels.at(-1)?.graph ?? graph
  return yield* ascended(graph, sizes, levels, scattered(smallest, sizes, random), true, random, look)
}

/**
 * What both have together stays together on the way down, the better of them is where the way up begins: the combination
 * of partitions of Sanders and Schulz (2012), "Distributed evolutionary graph partitioning".
 */
export function* combined(
  graph: MassGraph,
  sizes: Sizes,
  [better, other]: readonly [Int32Array, Int32Array],
  random: Random,
  look: Look,
): Generator<number, Int32Array> {
  const labels = better.map((p, i) => p * sizes.parts + other[i])
  const levels = yield* coarsenedWhile(graph, sizes, random, labels)
  const start = levels.reduce(lifted, better)
  return yield* ascended(graph, sizes, levels, start, false, random, look)
}

function* coarsenedWhile(
  graph: MassGraph,
  sizes: Sizes,
  random: Random,
  labels: Int32Array | null,
): Generator<number, Coarser[]> {
  const levels: Coarser[] = []
  let fine = graph
  let own = labels
  const most = Math.max(1, Math.floor(sizes.high / 6))
  for (let left = fine.couplings.size; left > coarsest * sizes.parts; left = fine.couplings.size) {
    const coarser = coarsened(fine, most, random, own)
    yield 16 * fine.couplings.column.length + 8 * left
    if (coarser.graph.couplings.size > 0.95 * left) break
    own = own && lifted(own, coarser)
    levels.push(coarser)
    fine = coarser.graph
  }
  return levels
}

function lifted(labels: Int32Array, { graph, standsFor }: Coarser): Int32Array {
  const above = new Int32Array(graph.couplings.size)
  for (let i = 0; i < standsFor.length; i++) above[standsFor[i]] = labels[i]
  return above
}

/** Annealing on the way up: gentle, but for the coarsest copy of a fresh start. */
const gentle = { sweeps: 40, heat: 0.2 }
const thorough = { sweeps: 400, heat: 0.5 }

/** What is too uneven for the finer copy mends itself there. */
function* ascended(
  graph: MassGraph,
  sizes: Sizes,
  levels: readonly Coarser[],
  start: Int32Array,
  isFresh: boolean,
  random: Random,
  look: Look,
): Generator<number, Int32Array> {
  let part = start
  for (let at = levels.length; at >= 0; at--) {
    const copy = at === 0 ? graph : levels[at - 1].graph
    const own = at === 0 ? sizes : loosened(copy, sizes)
    const { sweeps, heat } = isFresh && at === levels.length ? thorough : gentle
    part = yield* annealed(copy, own, part.slice(), { sweeps, hot: heat * typicalField(copy), piece }, random)
    const state = moveState(copy, own, part)
    const patience = 200 + (Math.min(copy.couplings.size, mostPatience) >> 1)
    yield* improve(state, patience, random, at === 0 ? look : () => {})
    part = at === 0 ? state.best : Int32Array.from(levels[at - 1].standsFor, (node) => state.best[node])
  }
  return part
}

/** Heavy nodes need room to move. */
function loosened({ mass }: MassGraph, { parts, low, high }: Sizes): Sizes {
  const heaviest = mass.reduce((most, m) => Math.max(most, m), 1)
  return { parts, low: low - heaviest, high: high + heaviest }
}

/** Nodes in random order, each into the part that holds least. */
export function scattered({ couplings, mass }: MassGraph, { parts }: Sizes, random: Random): Int32Array {
  const held = new Int32Array(parts)
  const part = new Int32Array(couplings.size)
  for (const i of shuffled(couplings.size, random)) {
    const least = held.indexOf(held.reduce((a, b) => Math.min(a, b)))
    part[i] = least
    held[least] += mass[i]
  }
  return part
}
