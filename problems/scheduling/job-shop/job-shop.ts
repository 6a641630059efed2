import type { Model } from '../../../src/model/index.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { figure } from '../../picture/text.ts'
import { drawGantt } from '../draw-gantt.ts'
import { shortestAround } from './dispatch.ts'
import {
  type BulkJobShop,
  type JobShopData,
  type JobShopInput,
  jobShopSchema,
  type NamedJobShop,
} from './job-shop-data.ts'
import { buildJobShop, jobShopTerms, pointOf, startsAt } from './job-shop-model.ts'
import { searchJobShop } from './job-shop-search.ts'

/** When every operation of a job starts, in the order of its operations; jobs by name, or by number as in the input. */
export interface JobShopSchedule<Name extends string | number = string | number> {
  readonly starts: [Name] extends [string]
    ? Readonly<Record<Name, readonly number[]>>
    : [Name] extends [number]
      ? readonly (readonly number[])[]
      : Readonly<Record<string, readonly number[]>> | readonly (readonly number[])[]
}

interface JobShop extends ProblemFactory<JobShopInput, JobShopSchedule> {
  (input: BulkJobShop & { readonly names?: undefined }): Problem<JobShopSchedule<number>>
  <const Name extends string>(input: BulkJobShop & { readonly names: readonly Name[] }): Problem<JobShopSchedule<Name>>
  <const Name extends string>(input: NamedJobShop<Name>): Problem<JobShopSchedule<Name>>
}

/**
 * The job shop: every job is a list of operations, each on its own machine for its own time; a machine does one operation
 * at a time, without interruption, and a job is on one machine at a time. Cost: the makespan, when the last job ends.
 *
 * Durations are whole numbers; jobs may visit a machine twice, or never. What takes no time occupies no machine.
 */
export const jobShop = defineProblem({
  name: 'jobShop',
  summary: 'when each job is on which machine so that all end soonest',
  sense: 'min',
  schema: jobShopSchema,
  build: (model: Model, data: JobShopData) => buildJobShop(model, data),
  terms: jobShopTerms,
  decode: (data, layout, point) => answerOf(data, mended(data, startsAt(data, layout, point))),
  encode: (data, layout, answer) => {
    const start = startsOf(data, answer)
    return start === null || check(data, answer).length > 0 ? null : pointOf(data, layout, start)
  },
  check,
  cost: (data, answer) => lastEnd(data, answer),
  heuristic: (data, random) =>
    mapFinds(searchJobShop(data, data.bounds.lower(), random), (found) => answerOf(data, found)),
  draw,
  inexact: ({ horizon, bounds }) =>
    horizon !== null && horizon < bounds.upper()
      ? `the model knows only schedules that end by ${horizon}, and none is known to`
      : null,
  tiny,
}) as unknown as JobShop

/** A feasible schedule as it is; any other set anew in the order of its starts or, backwards, of its ends. */
function mended(data: JobShopData, start: Float64Array): ArrayLike<number> {
  return isFeasible(data, start) ? start : shortestAround(data, start)
}

function isFeasible(data: JobShopData, start: ArrayLike<number>): boolean {
  return start.length === data.size && [...clashes(data, start)].length === 0
}

function answerOf({ jobs, first, names }: JobShopData, start: ArrayLike<number>): JobShopSchedule {
  const lists = Array.from({ length: jobs }, (_, j) =>
    Array.from({ length: first[j + 1] - first[j] }, (_, k) => start[first[j] + k]),
  )
  return { starts: names === null ? lists : Object.fromEntries(names.map((name, j) => [name, lists[j]])) }
}

const listOf = ({ names }: JobShopData, { starts }: JobShopSchedule, j: number): readonly number[] =>
  (starts as Readonly<Record<string | number, readonly number[]>>)[names?.[j] ?? j] ?? []

/** Starts by operation; null where the answer does not give exactly one whole number for each. */
function startsOf(data: JobShopData, answer: JobShopSchedule): Float64Array | null {
  const { jobs, first, size } = data
  const start = new Float64Array(size)
  for (let j = 0; j < jobs; j++) {
    const list = listOf(data, answer, j)
    if (list.length !== first[j + 1] - first[j] || !list.every(Number.isSafeInteger)) return null
    start.set(list, first[j])
  }
  return start
}

function lastEnd(data: JobShopData, answer: JobShopSchedule): number {
  let end = 0
  for (let j = 0; j < data.jobs; j++)
    listOf(data, answer, j).forEach((start, k) => {
      end = Math.max(end, start + (data.duration[data.first[j] + k] ?? 0))
    })
  return end
}

const jobName = ({ names }: JobShopData, j: number): string | number => names?.[j] ?? j

function check(data: JobShopData, answer: JobShopSchedule): Violation[] {
  const strange = [...strangers(data, answer), ...miscounts(data, answer)]
  if (strange.length > 0) return strange
  const start = startsOf(data, answer)
  return start === null ? fractions(data, answer) : [...clashes(data, start)]
}

function strangers(data: JobShopData, { starts }: JobShopSchedule): Violation[] {
  const known = new Set(Array.from({ length: data.jobs }, (_, j) => String(jobName(data, j))))
  return Object.keys(starts)
    .filter((name) => !known.has(name))
    .map((item) => ({ rule: 'known job', item, amount: 1, message: `"${item}" is no job of the input` }))
}

function miscounts(data: JobShopData, answer: JobShopSchedule): Violation[] {
  return Array.from({ length: data.jobs }, (_, j) => j).flatMap((j) => {
    const given = listOf(data, answer, j).length
    const wanted = data.first[j + 1] - data.first[j]
    const message = `job "${jobName(data, j)}" has ${wanted} operations but ${given} starts`
    return given === wanted
      ? []
      : [{ rule: 'a start for every operation', item: jobName(data, j), amount: Math.abs(given - wanted), message }]
  })
}

function fractions(data: JobShopData, answer: JobShopSchedule): Violation[] {
  return Array.from({ length: data.jobs }, (_, j) => j).flatMap((j) =>
    listOf(data, answer, j).flatMap((start, k) => {
      if (Number.isSafeInteger(start)) return []
      const off = Math.abs(start - Math.round(start))
      const message = `operation ${k} of job "${jobName(data, j)}" starts at ${start}, which is no whole number`
      return [{ rule: 'whole starts', item: jobName(data, j), amount: off > 0 ? off : 1, message }]
    }),
  )
}

/** Starts before 0, operations before their predecessor's end, and two at once on a machine, one by one. */
function* clashes(data: JobShopData, start: ArrayLike<number>): Generator<Violation> {
  const { size, duration, jobOf, first } = data
  const say = (o: number) => `operation ${o - first[jobOf[o]]} of job "${jobName(data, jobOf[o])}"`
  for (let o = 0; o < size; o++) {
    const item = jobName(data, jobOf[o])
    const isFirst = o === first[jobOf[o]]
    const ready = isFirst ? 0 : start[o - 1] + duration[o - 1]
    if (start[o] >= ready) continue
    const amount = ready - start[o]
    if (isFirst)
      yield { rule: 'start from 0', item, amount, message: `${say(o)} starts at ${start[o]}, ${amount} before 0` }
    else yield { rule: 'job order', item, amount, message: `${say(o)} starts ${amount} before the one before it ends` }
  }
  yield* overlaps(data, start, say)
}

function* overlaps(data: JobShopData, start: ArrayLike<number>, say: (o: number) => string): Generator<Violation> {
  const { size, machines, duration, machineOf, machineNames } = data
  const lists = Array.from({ length: machines }, (): number[] => [])
  for (let o = 0; o < size; o++) if (duration[o] > 0) lists[machineOf[o]].push(o)
  for (const list of lists) {
    list.sort((a, b) => start[a] - start[b] || a - b)
    for (let k = 0, busy = -1; k < list.length; k++) {
      const o = list[k]
      if (busy >= 0) {
        const amount = Math.min(start[busy] + duration[busy], start[o] + duration[o]) - start[o]
        const item = machineNames[machineOf[o]]
        const message = `${item} is at ${say(busy)} and ${say(o)} at once for ${amount}`
        if (amount > 0) yield { rule: 'one operation at a time', item, amount, message }
      }
      if (busy < 0 || start[o] + duration[o] > start[busy] + duration[busy]) busy = o
    }
  }
}

function draw(data: JobShopData, answer: JobShopSchedule): string {
  const { jobs, first, machineOf, duration, machineNames } = data
  const bars = Array.from({ length: jobs }, (_, j) => j).flatMap((j) =>
    listOf(data, answer, j)
      .slice(0, first[j + 1] - first[j])
      .map((start, k) => {
        const o = first[j] + k
        return { row: machineOf[o], start, end: start + duration[o], label: String(jobName(data, j)), colour: j }
      }),
  )
  const caption = `makespan ${figure(lastEnd(data, answer))}: ${jobs} jobs on ${machineNames.length} machines`
  return drawGantt({ rows: machineNames, bars, caption })
}

/** Two or three jobs of short operations on two machines. */
function tiny(random: Random): JobShopInput {
  const machines = ['saw', 'oven']
  const operation = (k: number): [string, number] => [machines[k], 1 + random.below(2)]
  const jobs = Array.from({ length: 2 + random.below(2) }, (_, j): [string, [string, number][]] => {
    const turn = random.below(2)
    return [`job ${'abc'[j]}`, [operation(turn), operation(1 - turn)].slice(0, 1 + random.below(2))]
  })
  return { jobs: Object.fromEntries(jobs) }
}
