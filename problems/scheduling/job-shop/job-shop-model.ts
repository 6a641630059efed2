import type { Model } from '../../../src/model/index.ts'
import type { JobShopData } from './job-shop-data.ts'
import { headsAndTails, operationsOf } from './shop.ts'

/** Where the model keeps the starts: operation o may start in earliest[o] … latest[o]. */
interface JobShopLayout {
  readonly encoding: 'time' | 'order'
  readonly earliest: Int32Array
  readonly latest: Int32Array
  /** `time`: the bit of the earliest start, the others follow; `order`: the column of the start. */
  readonly column: Int32Array
  /** Of helper columns: `time`: ends by lower, lower + 1 …; `order`: the makespan. */
  readonly makespan: number
  readonly lower: number
  readonly horizon: number
  /** `order`: bit column says that `before` goes before `after`. */
  readonly pairs: readonly { readonly column: number; readonly before: number; readonly after: number }[]
}

/** The starts that leave room for what comes before and after in the job. */
function windowsOf(data: JobShopData): { earliest: Int32Array; latest: Int32Array; horizon: number } {
  const { head, tail } = headsAndTails(data)
  const horizon = horizonOf(data)
  return { earliest: head, latest: tail.map((t, o) => horizon - t - data.duration[o]), horizon }
}

const horizonOf = ({ horizon, bounds }: JobShopData): number => horizon ?? bounds.upper()

/** About how many products and terms the model makes. */
export function jobShopTerms(data: JobShopData): number {
  const { earliest, latest } = windowsOf(data)
  const { duration } = data
  const width = (o: number) => latest[o] - earliest[o] + 1
  let terms = 0
  for (const list of operationsOf(data)) {
    if (data.encoding === 'order') terms += 6 * list.length ** 2
    else {
      const span = list.reduce((most, o) => Math.max(most, width(o) + duration[o]), 0)
      const clique = list.reduce((sum, o) => sum + Math.min(duration[o], width(o)), 0)
      terms += span * clique * clique
    }
  }
  if (data.encoding === 'time') for (let o = 0; o < data.size; o++) terms += width(o) ** 3
  return terms
}

export function buildJobShop(model: Model, data: JobShopData): JobShopLayout {
  return data.encoding === 'time' ? buildTime(model, data) : buildOrder(model, data)
}

/**
 * A bit per operation and start (Bowman 1959; Pritsker, Watters and Wolfe 1969). Rules are "at most one" over what is at
 * work on a machine at a time, and over one operation still to end and the next of its job already begun at a time
 * (Christofides, Alvarez-Valdes and Tamarit 1987): no slack bits, and a longer overlap breaks more of them. A bit per time
 * from the lower bound on says that all jobs have ended; each one saves a unit of the horizon.
 */
function buildTime(model: Model, data: JobShopData): JobShopLayout {
  const { earliest, latest, horizon } = windowsOf(data)
  const { size, duration, jobOf } = data
  const column = new Int32Array(size)
  for (let o = 0; o < size; o++) {
    const starts = Array.from({ length: latest[o] - earliest[o] + 1 }, (_, k) => String(earliest[o] + k))
    column[o] = model.choice(operationName(data, o), starts)
  }
  const lower = data.bounds.lower()
  const makespan = model.bits(horizon - lower, (k) => `done by ${lower + k}`)
  const windows = { earliest, latest, column }
  machineRules(model, data, windows, horizon)
  for (let o = 0; o + 1 < size; o++) if (jobOf[o] === jobOf[o + 1]) sequenceRules(model, data, windows, o)
  for (let j = 0; j < data.jobs; j++) {
    const last = data.first[j + 1] - 1
    for (let time = lower; time < horizon; time++) {
      const late = startsFrom(windows, last, time - duration[last] + 1)
      if (late.length > 0) model.atMostOne(`${jobName(data, j)}: done in time`, [...late, makespan + time - lower])
    }
  }
  model.objective.addConstant(horizon)
  for (let k = 0; k < horizon - lower; k++) model.objective.addLinear(makespan + k, -1)
  return { encoding: 'time', ...windows, makespan, lower, horizon, pairs: [] }
}

interface Windows {
  readonly earliest: Int32Array
  readonly latest: Int32Array
  readonly column: Int32Array
}

/** The bits of an operation that start it in [from, to]. */
function startsIn({ earliest, latest, column }: Windows, o: number, from: number, to: number): number[] {
  const low = Math.max(from, earliest[o])
  const high = Math.min(to, latest[o])
  return high < low ? [] : Array.from({ length: high - low + 1 }, (_, k) => column[o] + low - earliest[o] + k)
}

const startsFrom = (windows: Windows, o: number, from: number): number[] =>
  startsIn(windows, o, from, Number.POSITIVE_INFINITY)

function machineRules(model: Model, data: JobShopData, windows: Windows, horizon: number): void {
  operationsOf(data).forEach((list, machine) => {
    for (let time = 0; time < horizon; time++) {
      const busy = list.map((o) => startsIn(windows, o, time - data.duration[o] + 1, time)).filter((b) => b.length > 0)
      if (busy.length > 1) model.atMostOne(`${data.machineNames[machine]}: one at a time`, busy.flat())
    }
  })
}

/** Operation o + 1 of the same job begins when o has ended. */
function sequenceRules(model: Model, data: JobShopData, windows: Windows, o: number): void {
  const lastEnd = windows.latest[o] + data.duration[o]
  for (let time = windows.earliest[o + 1]; time < lastEnd; time++) {
    const unended = startsFrom(windows, o, time - data.duration[o] + 1)
    const begun = startsIn(windows, o + 1, 0, time)
    if (unended.length > 0 && begun.length > 0)
      model.atMostOne(`${jobName(data, data.jobOf[o])}: in order`, [...unended, ...begun])
  }
}

/** Manne 1960: whole-number starts, a bit per pair on a machine, and rows that the bit switches off. */
function buildOrder(model: Model, data: JobShopData): JobShopLayout {
  const { earliest, latest, horizon } = windowsOf(data)
  const { size, duration, jobOf } = data
  const lower = data.bounds.lower()
  const column = new Int32Array(size)
  for (let o = 0; o < size; o++) column[o] = model.integer(earliest[o], latest[o], `start of ${operationName(data, o)}`)
  const makespan = model.integer(lower, horizon, 'makespan')
  const after = (name: string, late: number, early: number, least: number) => {
    model.subjectTo(
      name,
      [
        [1, late],
        [-1, early],
      ],
      '>=',
      least,
    )
  }
  for (let o = 0; o < size; o++) {
    const isLast = o + 1 === size || jobOf[o + 1] !== jobOf[o]
    after(`${operationName(data, o)} ends first`, isLast ? makespan : column[o + 1], column[o], duration[o])
  }
  const pairs = pairsOf(data).map(([before, after]) => {
    const bit = model.bit(`${operationName(data, before)} before ${operationName(data, after)}`)
    const row = (a: number, b: number, on: boolean) => {
      // start b − start a ≥ duration a, or at least earliest b − latest a when the bit says otherwise.
      const least = earliest[b] - latest[a]
      const gap = duration[a] - least
      if (gap > 0) {
        const bound = on ? least : duration[a]
        const name = `${operationName(data, a)} before ${operationName(data, b)} or not`
        model.subjectTo(
          name,
          [
            [1, column[b]],
            [-1, column[a]],
            [on ? -gap : gap, bit],
          ],
          '>=',
          bound,
        )
      }
    }
    row(before, after, true)
    row(after, before, false)
    return { column: bit, before, after }
  })
  model.objective.addLinear(makespan, 1)
  return { encoding: 'order', earliest, latest, column, makespan, lower, horizon, pairs }
}

/** Pairs of operations of different jobs on one machine. */
function pairsOf(data: JobShopData): [number, number][] {
  return operationsOf(data).flatMap((list) =>
    list.flatMap((a, k) =>
      list.slice(k + 1).flatMap((b): [number, number][] => (data.jobOf[a] === data.jobOf[b] ? [] : [[a, b]])),
    ),
  )
}

const jobName = ({ names }: JobShopData, j: number): string => names?.[j] ?? `job ${j}`

const operationName = (data: JobShopData, o: number): string =>
  `${jobName(data, data.jobOf[o])}/${o - data.first[data.jobOf[o]]}`

/** The starts that a point says; of several bits their mean, of none the earliest start. */
export function startsAt(data: JobShopData, layout: JobShopLayout, point: ArrayLike<number>): Float64Array {
  const { earliest, latest, column } = layout
  return Float64Array.from({ length: data.size }, (_, o) => {
    if (layout.encoding === 'order') return Math.round(point[column[o]])
    let sum = 0
    let count = 0
    for (let k = 0; k <= latest[o] - earliest[o]; k++) {
      if (point[column[o] + k] <= 0.5) continue
      sum += earliest[o] + k
      count++
    }
    return count === 0 ? earliest[o] : sum / count
  })
}

/** The point of a feasible schedule; null where it ends after the horizon. */
export function pointOf(data: JobShopData, layout: JobShopLayout, start: ArrayLike<number>): Float64Array | null {
  const { earliest, latest, column, makespan, lower, horizon } = layout
  const { size, duration } = data
  let end = lower
  for (let o = 0; o < size; o++) {
    if (start[o] < earliest[o] || start[o] > latest[o]) return null
    end = Math.max(end, start[o] + duration[o])
  }
  const helpers = layout.encoding === 'time' ? horizon - lower : 1 + layout.pairs.length
  const point = new Float64Array(makespan + helpers)
  if (layout.encoding === 'time') {
    for (let o = 0; o < size; o++) point[column[o] + start[o] - earliest[o]] = 1
    for (let time = end; time < horizon; time++) point[makespan + time - lower] = 1
    return point
  }
  for (let o = 0; o < size; o++) point[column[o]] = start[o]
  point[makespan] = end
  for (const pair of layout.pairs) if (start[pair.before] < start[pair.after]) point[pair.column] = 1
  return point
}
