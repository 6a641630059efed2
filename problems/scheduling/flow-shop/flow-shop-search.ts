import { type Job, Ledger, type Random } from '../../../src/run/index.ts'
import { type FlowShopBeam, flowShopBeam, isSpent, sweep } from './flow-shop-beam.ts'
import { oneMachineBound, twoMachineBound } from './flow-shop-bound.ts'
import type { FlowShopData } from './flow-shop-input.ts'
import { climb, type FlowShopTree, flowShopTree, isFelled, plant } from './flow-shop-tree.ts'
import { type IteratedGreedy, iteratedGreedy, stepGreedy } from './iterated-greedy.ts'

/**
 * Work of the tree per work of the greedy: when the gap to the bound is small, when few jobs are left to be proven since the
 * greedy has found nothing in half of its work, and otherwise.
 */
const treeShare = { near: 1, idle: 4, far: 0.1 }
const smallGap = 0.03
const fewJobs = 24
const leastWork = 2e7
/** Trees of more jobs are too deep to be searched, and too large. */
const mostTreeJobs = 500
/** Work of the beam per work of the greedy, until it is as wide as it gets. */
const beamShare = 0.5

/**
 * The jobs by falling length are told at once. Bounds of one machine and of every two, then iterated greedy from the order of NEH beside a beam search and a branch and bound. Ends by
 * itself, with the proof, when an order meets the bound or nothing is left. Finds and result are orders of job numbers.
 */
export function* flowShopSearch(data: FlowShopData, random: Random): Job<Int32Array, Int32Array> {
  let best: Int32Array = Int32Array.from({ length: data.jobs }, (_, j) => j)
  const ledger = new Ledger<Int32Array>()
  yield* ledger.settle()
  if (ledger.stopped) return best
  const search = searchOf(data)
  best = search.greedy.best.slice()
  ledger.found(best)
  ledger.spend(2 * data.jobs * data.machines)
  const bounds = boundsOf(data, search.greedy)
  let told: Known = { bound: -1, makespan: makespanOf(data, best) }
  for (let ended = false; !ended && !ledger.stopped; ) {
    const due = ledger.spend(search.isBounded ? advance(search, random) : raise(search, bounds))
    const { bound, isBounded, greedy } = search
    ended = isBounded && greedy.bestMakespan <= bound
    if (!due && !ended) continue
    if (greedy.bestMakespan < told.makespan) {
      best = greedy.best.slice()
      ledger.found(best)
    }
    if (bound > told.bound) ledger.proved(bound)
    told = { bound, makespan: Math.min(told.makespan, greedy.bestMakespan) }
    yield* ledger.settle()
  }
  return best
}

interface Search {
  readonly data: FlowShopData
  readonly greedy: IteratedGreedy
  tree: FlowShopTree | null
  bound: number
  /** All bounds of machines are known. */
  isBounded: boolean
  beam: FlowShopBeam | null
  /** Work that the tree and the beam may do before it is the greedy's turn. */
  debt: number
  beamDebt: number
  /** Work of the greedy, in all and when it found its best. */
  done: number
  last: { readonly makespan: number; readonly at: number }
}

const searchOf = (data: FlowShopData): Search => ({
  data,
  greedy: iteratedGreedy(data),
  tree: null,
  bound: 0,
  isBounded: false,
  beam: null,
  debt: 0,
  beamDebt: 0,
  done: 0,
  last: { makespan: Number.POSITIVE_INFINITY, at: 0 },
})

function raise(search: Search, bounds: Iterator<number, void>): number {
  const next = bounds.next()
  if (next.done) search.isBounded = true
  else search.bound = Math.max(search.bound, next.value)
  return search.data.jobs * (search.data.machines + 30)
}

/** One step of the greedy, or of the tree while it is its turn. */
function advance(search: Search, random: Random): number {
  const { data, greedy, tree, beam } = search
  if (tree !== null && search.debt > 0) {
    const work = climbBeside(search, tree)
    search.debt -= work
    return work
  }
  if (beam !== null && search.beamDebt > 0) {
    const work = sweepBeside(search, beam)
    search.beamDebt -= work
    return work
  }
  const work = stepGreedy(greedy, random)
  search.done += work
  if (greedy.bestMakespan < search.last.makespan) search.last = { makespan: greedy.bestMakespan, at: search.done }
  if (tree !== null) search.debt += work * shareOf(search)
  if (beam !== null) search.beamDebt += work * beamShare
  if (tree === null && greedy.bestMakespan < Number.POSITIVE_INFINITY && data.jobs <= mostTreeJobs) {
    search.tree = flowShopTree(data)
    search.beam = flowShopBeam(data)
    plant(search.tree, greedy.bestMakespan)
  }
  return work
}

function shareOf({ data, greedy, bound, done, last }: Search): number {
  const isIdle = data.jobs <= fewJobs && done > Math.max(leastWork, 2 * last.at)
  if (isIdle) return treeShare.idle
  return greedy.bestMakespan - bound <= smallGap * greedy.bestMakespan ? treeShare.near : treeShare.far
}

/** A step of the tree, which looks below the greedy's best, and gives it what it finds. */
function climbBeside(search: Search, tree: FlowShopTree): number {
  const { greedy } = search
  tree.upper = Math.min(tree.upper, greedy.bestMakespan)
  const work = climb(tree)
  if (tree.found !== null) takeOver(greedy, tree.found, tree.upper)
  tree.found = null
  search.bound = Math.max(search.bound, isFelled(tree) ? tree.upper : tree.bound)
  return work
}

/** A step of the beam, likewise. */
function sweepBeside(search: Search, beam: FlowShopBeam): number {
  const { greedy } = search
  beam.upper = Math.min(beam.upper, greedy.bestMakespan)
  const work = sweep(beam)
  if (beam.found !== null) takeOver(greedy, beam.found, beam.upper)
  beam.found = null
  if (isSpent(beam)) search.beam = null
  return work
}

/** The greedy goes on from a better order. */
function takeOver(greedy: IteratedGreedy, order: Int32Array, makespan: number): void {
  greedy.best.set(order)
  greedy.bestMakespan = makespan
  greedy.current.set(order)
  greedy.currentMakespan = makespan
}

interface Known {
  readonly bound: number
  readonly makespan: number
}

/** When the last job of this order leaves the last machine. */
function makespanOf({ machines, durations }: FlowShopData, order: Int32Array): number {
  const free = new Float64Array(machines)
  for (const job of order) {
    let ready = 0
    for (let i = 0; i < machines; i++) {
      ready = Math.max(ready, free[i]) + durations[job * machines + i]
      free[i] = ready
    }
  }
  return free[machines - 1]
}

/** Bounds from one machine, then from two; of two machines in all the order is the best there is. */
function* boundsOf(data: FlowShopData, greedy: IteratedGreedy): Generator<number, void> {
  const { machines } = data
  for (let i = 0; i < machines; i++) yield oneMachineBound(data, i)
  for (let i = 0; i < machines; i++) {
    for (let k = i + 1; k < machines; k++) {
      const { bound, order } = twoMachineBound(data, i, k)
      if (machines === 2) {
        greedy.best.set(order)
        greedy.bestMakespan = bound
      }
      yield bound
    }
  }
}
