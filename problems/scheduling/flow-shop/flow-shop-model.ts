import type { Model } from '../../../src/model/index.ts'
import type { FlowShopData } from './flow-shop-input.ts'

/**
 * Where the variables stand. Bit order + j·jobs + p is 1 when job j is at position p. idle[i·jobs + p] is the column of
 * machine i's idle time right before position p, wait[i·jobs + p] that of the time which the job at position p waits
 * between machines i and i + 1; −1 where the time is always 0. `most*` are their largest values.
 */
export interface FlowShopLayout {
  readonly order: number
  readonly idle: Int32Array
  readonly wait: Int32Array
}

/**
 * Idle and waiting times as variables (Wagner 1959; Stafford 1988; best in Tseng, Stafford and Gupta 2004). From the end
 * of position p − 1 on machine i to the start of position p on machine i + 1 two ways lead, and they are equally long:
 *
 *     idle(i, p) + duration(i, p) + wait(i, p) = wait(i, p − 1) + duration(i + 1, p − 1) + idle(i + 1, p)
 *
 * where duration(i, p) = Σⱼ durations[j][i]·x[j, p]. The first machine never idles, the first position never waits. Equalities
 * of small numbers: no slack, and the makespan is the head of the first job plus the last machine's work and idle times.
 */
export function buildFlowShop(model: Model, data: FlowShopData): FlowShopLayout {
  const { jobs, machines, durations } = data
  const order = model.permutation('job', jobs)
  const idle = new Int32Array(machines * jobs).fill(-1)
  const wait = new Int32Array(machines * jobs).fill(-1)
  const { mostIdle, mostWait } = largestTimes(data)
  for (let i = 0; i < machines; i++) {
    for (let p = 1; p < jobs; p++) {
      if (mostIdle[i] > 0) idle[i * jobs + p] = model.integer(0, mostIdle[i], `idle ${i} before ${p}`)
      const most = mostWait[i * jobs + p]
      if (most > 0) wait[i * jobs + p] = model.integer(0, most, `wait ${i} at ${p}`)
    }
  }
  const layout = { order, idle, wait }
  for (let i = 0; i + 1 < machines; i++) for (let p = 1; p < jobs; p++) equalWays(model, data, layout, i, p)
  const last = machines - 1
  for (let j = 0; j < jobs; j++) {
    let head = 0
    for (let i = 0; i < last; i++) head += durations[j * machines + i]
    if (head > 0) model.minimise([head, order + j * jobs])
    model.minimise(durations[j * machines + last])
  }
  for (let p = 1; p < jobs; p++) if (idle[last * jobs + p] >= 0) model.minimise([1, idle[last * jobs + p]])
  return layout
}

function equalWays(model: Model, data: FlowShopData, layout: FlowShopLayout, i: number, p: number): void {
  const { jobs, machines, durations } = data
  const { order, idle, wait } = layout
  const terms: [number, number][] = []
  const add = (coefficient: number, column: number) => {
    if (column >= 0 && coefficient !== 0) terms.push([coefficient, column])
  }
  add(1, idle[i * jobs + p])
  add(1, wait[i * jobs + p])
  add(-1, wait[i * jobs + p - 1])
  add(-1, idle[(i + 1) * jobs + p])
  for (let j = 0; j < jobs; j++) {
    add(durations[j * machines + i], order + j * jobs + p)
    add(-durations[j * machines + i + 1], order + j * jobs + p - 1)
  }
  if (terms.length > 0) model.subjectTo(`ways from ${i} at ${p}`, terms, '==', 0)
}

/** What idle and waiting times can be at most when every operation starts as early as it can, over all orders. */
function largestTimes(data: FlowShopData): { mostIdle: Float64Array; mostWait: Float64Array } {
  const { jobs, machines } = data
  const mostIdle = new Float64Array(machines)
  const mostWait = new Float64Array(machines * jobs)
  for (let i = 0; i + 1 < machines; i++) {
    const here = sortedOn(data, i)
    const next = sortedOn(data, i + 1)
    mostIdle[i + 1] = Math.max(0, mostIdle[i] - leastGap(data, i))
    const most = -leastGap(data, i, -1)
    let sum = 0
    let run = 0
    for (let p = 1; p < jobs; p++) {
      // A job waits behind a run of at most p jobs: at best the longest of them there, the shortest of them here.
      sum += next[jobs - p] - here[p - 1]
      run = Math.max(run, sum)
      mostWait[i * jobs + p] = Math.max(0, Math.min(mostWait[i * jobs + p - 1] + most, run))
    }
  }
  return { mostIdle, mostWait }
}

/** The least of sign·(durations[j][i + 1] − durations[k][i]) over two different jobs j and k. */
function leastGap({ jobs, machines, durations }: FlowShopData, i: number, sign = 1): number {
  let least = Number.POSITIVE_INFINITY
  for (let j = 0; j < jobs; j++) {
    for (let k = 0; k < jobs; k++) {
      const gap = sign * (durations[j * machines + i + 1] - durations[k * machines + i])
      if (j !== k && gap < least) least = gap
    }
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least
}

const sortedOn = ({ jobs, machines, durations }: FlowShopData, i: number): Int32Array =>
  Int32Array.from({ length: jobs }, (_, j) => durations[j * machines + i]).sort()

/** The times of an order when every operation starts as early as it can. */
export function encodeFlowShop(data: FlowShopData, layout: FlowShopLayout, order: ArrayLike<number>): Float64Array {
  const { jobs, machines, durations } = data
  const point = new Float64Array(columnsOf(data, layout))
  const idle = new Float64Array(machines)
  const wait = new Float64Array(machines)
  for (let p = 0; p < jobs; p++) {
    point[layout.order + order[p] * jobs + p] = 1
    if (p === 0) continue
    for (let i = 0; i + 1 < machines; i++) {
      const before = wait[i] + durations[order[p - 1] * machines + i + 1]
      const ready = idle[i] + durations[order[p] * machines + i]
      idle[i + 1] = Math.max(0, ready - before)
      wait[i] = Math.max(0, before - ready)
      if (layout.wait[i * jobs + p] >= 0) point[layout.wait[i * jobs + p]] = wait[i]
      if (layout.idle[(i + 1) * jobs + p] >= 0) point[layout.idle[(i + 1) * jobs + p]] = idle[i + 1]
    }
  }
  return point
}

const columnsOf = ({ jobs }: FlowShopData, { order, idle, wait }: FlowShopLayout): number =>
  [idle, wait].reduce(
    (size, list) => list.reduce((most, column) => Math.max(most, column + 1), size),
    order + jobs * jobs,
  )

/** The order that a point says; a position without a job of its own gets the first one left over. */
export function decodeFlowShop({ jobs }: FlowShopData, { order }: FlowShopLayout, point: Float64Array): Int32Array {
  const jobAt = new Int32Array(jobs).fill(-1)
  const placed = new Uint8Array(jobs)
  for (let p = 0; p < jobs; p++) {
    for (let j = 0; j < jobs && jobAt[p] < 0; j++) {
      if (placed[j] || point[order + j * jobs + p] <= 0.5) continue
      jobAt[p] = j
      placed[j] = 1
    }
  }
  let left = 0
  for (let p = 0; p < jobs; p++) {
    if (jobAt[p] >= 0) continue
    while (placed[left]) left++
    jobAt[p] = left
    placed[left] = 1
  }
  return jobAt
}
