import { type Random, shuffle } from '../../../src/run/index.ts'
import { log2 } from '../../logarithm.ts'
import { bestInsertion, type Insertion, type InsertionTable, insertionTable } from './flow-insertion.ts'
import type { FlowShopData } from './flow-shop-input.ts'

/** Parameters of Dubois-Lacoste, Pagnozzi and Stützle 2017. */
const removedJobs = 2
const temperatureFactor = 0.7

/** What is being done: jobs inserted one by one, or each taken out and put back where it is best. */
type Phase = 'insert' | 'polish'

/** An iterated greedy search standing between two of its steps. */
export interface IteratedGreedy {
  readonly data: FlowShopData
  readonly table: InsertionTable
  /** The first `count` entries are in order; those behind wait to be inserted, first `order[count]`. */
  readonly order: Int32Array
  count: number
  phase: Phase
  /** Makespan of the first `count`. */
  makespan: number
  /** Jobs in the order in which they are polished, the next one, and how many in a row brought nothing. */
  readonly turn: Int32Array
  next: number
  idle: number
  /** The order that a round starts from. */
  readonly current: Int32Array
  currentMakespan: number
  readonly best: Int32Array
  bestMakespan: number
  /** A worse order by this factor times −ln(chance) is accepted. */
  readonly temperature: number
  readonly out: Insertion
}

/** Before the first job is inserted: longest jobs first, as NEH has it. */
export function iteratedGreedy(data: FlowShopData): IteratedGreedy {
  const { jobs, machines, durations } = data
  const work = Float64Array.from({ length: jobs }, (_, j) =>
    durations.subarray(j * machines, (j + 1) * machines).reduce((sum, d) => sum + d, 0),
  )
  const total = work.reduce((sum, w) => sum + w, 0)
  const longestFirst = [...work.keys()].sort((a, b) => work[b] - work[a])
  return {
    data,
    table: insertionTable(data),
    order: Int32Array.from(longestFirst),
    count: 0,
    phase: 'insert',
    makespan: 0,
    turn: Int32Array.from(longestFirst),
    next: 0,
    idle: 0,
    current: Int32Array.from(longestFirst),
    currentMakespan: Number.POSITIVE_INFINITY,
    best: Int32Array.from(longestFirst),
    bestMakespan: Number.POSITIVE_INFINITY,
    temperature: (temperatureFactor * total) / (jobs * machines * 10),
    out: { position: 0, makespan: 0 },
  }
}

/**
 * One step: a job is inserted, or polished. A round takes two jobs out, polishes the rest, puts them back and polishes the
 * whole; then its order is kept or not. Returns the work done; true orders only ever stand in `best`.
 */
export function stepGreedy(greedy: IteratedGreedy, random: Random): number {
  const { data, count } = greedy
  if (greedy.phase === 'insert') insertNext(greedy, random)
  else {
    polishNext(greedy)
    if (greedy.idle >= count) endPolish(greedy, random)
  }
  return (count + 1) * data.machines + 8
}

function insertNext(greedy: IteratedGreedy, random: Random): void {
  const { data, table, order, out } = greedy
  bestInsertion(data, table, order, greedy.count, order[greedy.count], out)
  moveTo(order, greedy.count, out.position)
  greedy.makespan = out.makespan
  greedy.count++
  if (greedy.count === data.jobs) beginPolish(greedy, random)
}

/** Takes the entry at `from` out and puts it in at `to` ≤ `from`. */
function moveTo(order: Int32Array, from: number, to: number): void {
  const job = order[from]
  order.copyWithin(to + 1, to, from)
  order[to] = job
}

function beginPolish(greedy: IteratedGreedy, random: Random): void {
  const { turn, order, count } = greedy
  turn.set(order)
  shuffle(turn, random, count)
  greedy.phase = 'polish'
  greedy.next = 0
  greedy.idle = 0
}

/** Takes the next job out and puts it where the makespan is least, if that is not more than it was. */
function polishNext(greedy: IteratedGreedy): void {
  const { data, table, order, count, turn, out } = greedy
  const job = turn[greedy.next]
  greedy.next = greedy.next + 1 < count ? greedy.next + 1 : 0
  const from = order.indexOf(job)
  order.copyWithin(from, from + 1, count)
  bestInsertion(data, table, order, count - 1, job, out)
  const better = out.makespan < greedy.makespan
  const to = out.makespan <= greedy.makespan ? out.position : from
  order.copyWithin(to + 1, to, count - 1)
  order[to] = job
  greedy.idle = better ? 0 : greedy.idle + 1
  if (better) greedy.makespan = out.makespan
}

function endPolish(greedy: IteratedGreedy, random: Random): void {
  if (greedy.count < greedy.data.jobs) {
    greedy.phase = 'insert'
    return
  }
  judgeRound(greedy, random)
  takeOut(greedy, random)
}

function judgeRound(greedy: IteratedGreedy, random: Random): void {
  const { order, makespan, currentMakespan, temperature } = greedy
  const worse = makespan - currentMakespan
  const accepted = worse <= 0 || worse <= -temperature * Math.LN2 * log2(random.unit() + 2 ** -33)
  if (accepted) {
    greedy.current.set(order)
    greedy.currentMakespan = makespan
  }
  if (makespan >= greedy.bestMakespan) return
  greedy.best.set(order)
  greedy.bestMakespan = makespan
}

/** Puts random jobs of the current order behind the others. */
function takeOut(greedy: IteratedGreedy, random: Random): void {
  const { order, current, data } = greedy
  order.set(current)
  greedy.count = data.jobs
  for (let k = 0; k < removedJobs && greedy.count > 1; k++) {
    const at = random.below(greedy.count)
    const job = order[at]
    order.copyWithin(at, at + 1, greedy.count)
    order[--greedy.count] = job
  }
  greedy.makespan = makespanOf(greedy)
  beginPolish(greedy, random)
}

function makespanOf({ data, table, order, count }: IteratedGreedy): number {
  const { machines, durations } = data
  const times = table.inserted
  for (let i = 0; i < machines; i++) times[i] = 0
  for (let p = 0; p < count; p++) {
    let ready = 0
    for (let i = 0; i < machines; i++) {
      ready = Math.max(times[i], ready) + durations[order[p] * machines + i]
      times[i] = ready
    }
  }
  return count > 0 ? times[machines - 1] : 0
}
