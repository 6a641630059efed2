import type { FlowShopData } from './flow-shop-input.ts'

/** Room for the times of one order; one for a whole search. All are position-major, `machines` numbers per position. */
export interface InsertionTable {
  /** When the job at position p leaves each machine. */
  readonly early: Int32Array
  /** From the start of the job at position p on each machine to the end of all work; one row more than positions. */
  readonly tail: Int32Array
  /** When the inserted job would leave each machine if it stood at position p. */
  readonly inserted: Int32Array
  /** The makespan with the job at position p. */
  readonly span: Int32Array
}

export const insertionTable = ({ jobs, machines }: Pick<FlowShopData, 'jobs' | 'machines'>): InsertionTable => ({
  early: new Int32Array((jobs + 1) * machines),
  tail: new Int32Array((jobs + 1) * machines),
  inserted: new Int32Array((jobs + 1) * machines),
  span: new Int32Array(jobs + 1),
})

/** Where to insert, and the makespan there; `bestInsertion` writes it. */
export interface Insertion {
  position: number
  makespan: number
}

/**
 * The position of `job` in the first `count` entries of `order` that gives the least makespan, all count + 1 of them tried
 * in O(count·machines) (Taillard 1990). Of equals, the one where the machines idle least (Fernandez-Viagas and Framinan 2014).
 */
export function bestInsertion(
  { machines, durations }: FlowShopData,
  table: InsertionTable,
  order: Int32Array,
  count: number,
  job: number,
  out: Insertion,
): void {
  const { early, tail, inserted, span } = table
  const m = machines
  const own = job * m
  for (let p = 0; p < count; p++) {
    const row = p * m
    const from = order[p] * m
    let ready = 0
    for (let i = 0; i < m; i++) {
      const free = p > 0 ? early[row - m + i] : 0
      ready = Math.max(free, ready) + durations[from + i]
      early[row + i] = ready
    }
  }
  const end = count * m
  for (let i = 0; i < m; i++) tail[end + i] = 0
  for (let p = count - 1; p >= 0; p--) {
    const row = p * m
    const from = order[p] * m
    let after = 0
    for (let i = m - 1; i >= 0; i--) {
      const later = tail[row + m + i]
      after = Math.max(later, after) + durations[from + i]
      tail[row + i] = after
    }
  }
  let least = 2147483647
  let at = 0
  let ties = 0
  for (let p = 0; p <= count; p++) {
    const row = p * m
    let ready = 0
    let longest = 0
    for (let i = 0; i < m; i++) {
      const free = p > 0 ? early[row - m + i] : 0
      ready = Math.max(free, ready) + durations[own + i]
      inserted[row + i] = ready
      const whole = ready + tail[row + i]
      if (whole > longest) longest = whole
    }
    span[p] = longest
    if (longest < least) {
      least = longest
      at = p
      ties = 1
    } else if (longest === least) ties++
  }
  out.makespan = least
  out.position = at
  if (ties > 1) out.position = leastIdle({ machines, durations }, table, order, count, job, at)
}

/** Of the positions from `at` on with its makespan, the one where the machines idle least. */
function leastIdle(
  { machines: m, durations }: Pick<FlowShopData, 'machines' | 'durations'>,
  { early, inserted, span }: InsertionTable,
  order: Int32Array,
  count: number,
  job: number,
  at: number,
): number {
  const own = job * m
  const least = span[at]
  let position = at
  let fewest = Number.POSITIVE_INFINITY
  for (let p = at; p <= count; p++) {
    if (span[p] !== least) continue
    const row = p * m
    let idle = 0
    if (p === count) {
      for (let i = 1; i < m && p > 0; i++) idle += inserted[row + i] - early[row - m + i] - durations[own + i]
    } else {
      const next = order[p] * m
      let leaves = inserted[row] + durations[next]
      for (let i = 1; i < m; i++) {
        const free = inserted[row + i]
        idle += free - early[row + i] + durations[next + i] - durations[own + i]
        if (leaves > free) idle += leaves - free
        leaves = Math.max(leaves, free) + durations[next + i]
      }
    }
    if (idle >= fewest) continue
    fewest = idle
    position = p
  }
  return position
}
