import { type Job, type Random, shuffled } from '../../src/run/index.ts'
import { type Coarser, coarsened } from './coarsening.ts'
import { type MassGraph, type MoveState, moveNodes, moveState, type Sizes, shift } from './partition-moves.ts'

/** Units between two looks at the allowance. */
const piece = 20_000
/** Coarsening ends at so many nodes per part. */
const coarsest = 30

/**
 * Parts of bounded sizes with little between them: the graph is coarsened, its smallest copy parted by chance and tabu
 * search, and every finer copy improved from the one below; then tabu search from shaken copies of the best, and so on
 * from another coarsening, until the run ends (multilevel tabu search, Benlic and Hao 2011). Ends at a cut of `floor`,
 * which no partition is below. Finds and result are parts per node.
 */
export function* partitionSearch(
  graph: MassGraph,
  sizes: Sizes,
  floor: number,
  random: Random,
): Job<Int32Array, Int32Array> {
  const first = inTurn(graph.couplings.size, sizes)
  const best = { part: first, cut: Number.POSITIVE_INFINITY, fresh: false }
  let allowance = yield { work: 0 }
  if (allowance === 0) return first
  let work = 0
  let isTold = false
  for (const done of searches(graph, sizes, best, random)) {
    work += done
    if (work < allowance && best.cut > floor) continue
    const step = { work, ...(best.fresh ? { find: best.part } : {}), ...(isTold ? {} : { bound: floor }) }
    allowance = yield step
    if (allowance === 0 || best.cut <= floor) return best.part
    isTold = true
    best.fresh = false
    work = 0
  }
  return best.part
}

interface Best {
  part: Int32Array
  cut: number
  fresh: boolean
}

function keep(best: Best, state: MoveState): void {
  if (state.bestExcess > 0 || state.bestCut >= best.cut) return
  Object.assign(best, { part: state.best.slice(), cut: state.bestCut, fresh: true })
}

/** Consecutive parts for consecutive nodes: as equal as can be. */
function inTurn(size: number, { parts }: Sizes): Int32Array {
  return Int32Array.from({ length: size }, (_, i) => Math.floor((i * parts) / size))
}

/** Without end; yields the work of each piece. */
function* searches(graph: MassGraph, sizes: Sizes, best: Best, random: Random): Generator<number> {
  const { size } = graph.couplings
  keep(best, moveState(graph, sizes, best.part))
  yield graph.couplings.column.length + size * sizes.parts
  for (;;) {
    const own: Best = { part: best.part, cut: Number.POSITIVE_INFINITY, fresh: false }
    const start = yield* descend(graph, sizes, best, random)
    for (let round = 0; round < rounds; round++) {
      const state = moveState(graph, sizes, round === 0 ? start : own.part)
      yield graph.couplings.column.length + size * sizes.parts
      if (round > 0) yield shake(state, random)
      yield* improve(state, 200 + 4 * Math.min(size, mostPatience), random, () => keep(best, state))
      keep(own, state)
    }
  }
}

/** Steps without a gain, in thousands of nodes or more. */
const mostPatience = 4000
/** Shaken copies of one start's best. */
const rounds = 12

function* improve(state: MoveState, patience: number, random: Random, look: () => unknown): Generator<number> {
  for (;;) {
    const done = moveNodes(state, piece, patience, random)
    look()
    yield done
    if (state.step - state.bestStep >= patience) return
  }
}

/** Random swaps of nodes between parts, a twentieth of them, keep the sizes. */
function shake(state: MoveState, random: Random): number {
  const size = state.part.length
  let work = size
  for (let k = 0; k < 2 + size / 40; k++) {
    const i = random.below(size)
    const j = random.below(size)
    const [here, there] = [state.part[i], state.part[j]]
    if (here === there) continue
    work += shift(state, i, there) + shift(state, j, here)
  }
  Object.assign(state, { bestCut: state.cut, bestExcess: state.excess, bestStep: state.step })
  state.best.set(state.part)
  return work
}

/** Down to the coarsest copy and up again; what is too uneven for the finer copy mends itself there. */
function* descend(graph: MassGraph, sizes: Sizes, best: Best, random: Random): Generator<number, Int32Array> {
  const levels: Coarser[] = []
  let fine = graph
  const most = Math.max(1, Math.floor(sizes.high / 6))
  for (let left = fine.couplings.size; left > coarsest * sizes.parts; left = fine.couplings.size) {
    const coarser = coarsened(fine, most, random)
    yield 16 * fine.couplings.column.length + 8 * left
    if (coarser.graph.couplings.size > 0.95 * left) break
    levels.push(coarser)
    fine = coarser.graph
  }
  let part = scattered(fine, sizes, random)
  for (let at = levels.length; at >= 0; at--) {
    const copy = at === 0 ? graph : levels[at - 1].graph
    const state = moveState(copy, at === 0 ? sizes : loosened(copy, sizes), part)
    yield* improve(
      state,
      1000 + Math.min(copy.couplings.size, mostPatience),
      random,
      () => at === 0 && keep(best, state),
    )
    part = at === 0 ? state.best : spread(state.best, levels[at - 1].standsFor)
  }
  return part
}

/** Heavy nodes need room to move. */
function loosened({ mass }: MassGraph, { parts, low, high }: Sizes): Sizes {
  const heaviest = mass.reduce((most, m) => Math.max(most, m), 1)
  return { parts, low: low - heaviest, high: high + heaviest }
}

const spread = (part: Int32Array, standsFor: Uint32Array): Int32Array =>
  Int32Array.from(standsFor, (node) => part[node])

/** Nodes in random order, each into the part that holds least. */
function scattered({ couplings, mass }: MassGraph, { parts }: Sizes, random: Random): Int32Array {
  const held = new Int32Array(parts)
  const part = new Int32Array(couplings.size)
  for (const i of shuffled(couplings.size, random)) {
    const least = held.indexOf(held.reduce((a, b) => Math.min(a, b)))
    part[i] = least
    held[least] += mass[i]
  }
  return part
}
