import type { Job, Random, Step } from '../../src/run/index.ts'
import { oneMachineBound, twoMachineBound } from './flow-shop-bound.ts'
import type { FlowShopData } from './flow-shop-input.ts'
import { type IteratedGreedy, iteratedGreedy, stepGreedy } from './iterated-greedy.ts'

/**
 * Bounds of one machine and of every two, then iterated greedy from the order of NEH. Ends by itself, with the proof,
 * when an order meets the bound. Finds and result are orders of job numbers.
 */
export function* flowShopSearch(data: FlowShopData, random: Random): Job<Int32Array, Int32Array> {
  let best: Int32Array = Int32Array.from({ length: data.jobs }, (_, j) => j)
  let allowance = yield { work: 0 }
  if (allowance === 0) return best
  const greedy = iteratedGreedy(data)
  let told: Known = { bound: -1, makespan: Number.POSITIVE_INFINITY }
  let bound = 0
  let work = 0
  const bounds = boundsOf(data, greedy)
  for (let ended = false; !ended; ) {
    const next = bounds.next()
    if (next.done) work += stepGreedy(greedy, random)
    else {
      bound = Math.max(bound, next.value)
      work += data.jobs * (data.machines + 30)
    }
    ended = greedy.bestMakespan === bound && next.done === true
    if (work < allowance && !ended) continue
    if (greedy.bestMakespan < told.makespan) best = greedy.best.slice()
    allowance = yield newsOf(work, told, { bound, makespan: greedy.bestMakespan }, best)
    if (allowance === 0) return best
    told = { bound, makespan: greedy.bestMakespan }
    work = 0
  }
  return best
}

interface Known {
  readonly bound: number
  readonly makespan: number
}

const newsOf = (work: number, before: Known, now: Known, best: Int32Array): Step<Int32Array> => ({
  work,
  ...(now.makespan < before.makespan ? { find: best.slice() } : {}),
  ...(now.bound > before.bound ? { bound: now.bound } : {}),
})

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
