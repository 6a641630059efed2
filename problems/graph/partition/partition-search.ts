import type { Job, Random } from '../../../src/run/index.ts'
import { annealed, typicalField } from './partition-anneal.ts'
import { combined, descended, improve, piece, scattered } from './partition-levels.ts'
import { type MassGraph, type MoveState, moveState, type Sizes } from './partition-moves.ts'

/**
 * Parts of bounded sizes with little between them, in turns by multilevel tabu search (Benlic and Hao 2011), simulated
 * annealing, longer and longer (Johnson, Aragon, McGeoch and Schevon 1989), and combination of what they found (Sanders
 * and Schulz 2012). Ends at a cut of `floor`, which no partition is below. Finds and result are parts per node.
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

/** Partitions that were good, of different cuts, best first. */
interface Member {
  readonly part: Int32Array
  readonly cut: number
}

const poolSize = 10
/** The most useful way has so many times the work of the others. */
const favour = 3

/**
 * Without end; yields the work of each piece. Three ways take turns by the work they had: through coarser copies, by
 * annealing, and by combining two that were good; the way that last found a best has more of it.
 */
function* searches(graph: MassGraph, sizes: Sizes, best: Best, random: Random): Generator<number> {
  const pool: Member[] = []
  const spent = [1, 0, 1]
  let useful = -1
  keep(best, moveState(graph, sizes, best.part))
  yield graph.couplings.column.length + graph.couplings.size * sizes.parts
  for (let anneals = 0; ; ) {
    const way = nextWay(spent, useful, pool.length > 2)
    const before = best.cut
    const own: Best = { part: best.part, cut: Number.POSITIVE_INFINITY, fresh: false }
    const look = (state: MoveState) => {
      keep(own, state)
      keep(best, state)
    }
    const steps =
      way === 0
        ? descended(graph, sizes, random, look)
        : way === 1
          ? cooled(graph, sizes, sweepsOf(anneals++), random, look)
          : mated(graph, sizes, pool, random, look)
    for (const work of steps) {
      spent[way] += work
      yield work
    }
    if (best.cut < before) useful = way
    admit(pool, own)
  }
}

/** Each annealing is twice as long as the one before, and after six all is as at first. */
const sweepsOf = (round: number): number => 400 * 2 ** (round % 6)

function nextWay(spent: readonly number[], useful: number, canCombine: boolean): number {
  let way = 0
  const share = (w: number) => spent[w] / (w === useful ? favour : 1)
  for (let w = 1; w < (canCombine ? 3 : 2); w++) if (share(w) < share(way)) way = w
  return way
}

function admit(pool: Member[], { part, cut }: Best): void {
  if (!Number.isFinite(cut) || pool.some((member) => member.cut === cut)) return
  pool.push({ part, cut })
  pool.sort((a, b) => a.cut - b.cut)
  if (pool.length > poolSize) pool.pop()
}

type Look = (state: MoveState) => void

/** From anywhere, at first as hot as half of what a typical node's edges add up to by chance. */
function* cooled(graph: MassGraph, sizes: Sizes, sweeps: number, random: Random, look: Look): Generator<number> {
  const hot = typicalField(graph) / 2
  const part = yield* annealed(graph, sizes, scattered(graph, sizes, random), { sweeps, hot, piece }, random)
  const state = moveState(graph, sizes, part)
  yield graph.couplings.column.length + part.length * sizes.parts
  yield* improve(state, 300, random, look)
}

function* mated(
  graph: MassGraph,
  sizes: Sizes,
  pool: readonly Member[],
  random: Random,
  look: Look,
): Generator<number> {
  const a = random.below(pool.length)
  const b = (a + 1 + random.below(pool.length - 1)) % pool.length
  const parents = [pool[Math.min(a, b)].part, pool[Math.max(a, b)].part] as const
  yield* combined(graph, sizes, parents, random, look)
}
