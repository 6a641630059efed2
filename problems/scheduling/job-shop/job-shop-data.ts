import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { parseWith } from '../../../src/parse.ts'
import { boundsOf, type MakespanBounds } from './job-shop-bounds.ts'
import type { Shop } from './shop.ts'

/** `time`: a choice of a start per operation. `order`: a bit per pair of operations on a machine, whole-number starts. */
export type JobShopEncoding = 'time' | 'order'

interface ModelChoice {
  /** How the model speaks of starts (default `time`). */
  readonly encoding?: JobShopEncoding
  /** The model knows schedules that end by then; default: the makespan of the best dispatching rule, which always suffices. */
  readonly horizon?: number
}

/** Jobs as lists of [machine, duration] in the order of their operations; machines and jobs from 0. */
export interface BulkJobShop extends ModelChoice {
  readonly jobs: readonly (readonly (readonly [machine: number, duration: number])[])[]
  /** How many machines there are; default: as many as are used. */
  readonly machines?: number
  /** A name per job; then the answer speaks of them. */
  readonly names?: readonly string[]
}

/** The same by name: `{ cake: [['mixer', 10], ['oven', 30]] }`. */
export interface NamedJobShop<Name extends string = string> extends ModelChoice {
  readonly jobs: Readonly<Record<Name, readonly (readonly [machine: string, duration: number])[]>>
}

export type JobShopInput = NamedJobShop | BulkJobShop

export interface JobShopData extends Shop {
  /** Null: the answer speaks of numbers. */
  readonly names: readonly string[] | null
  readonly machineNames: readonly string[]
  readonly encoding: JobShopEncoding
  /** As given, or null. */
  readonly horizon: number | null
  readonly bounds: MakespanBounds
}

/** The durations of all operations may sum to this. */
const mostTime = 2 ** 30

const shared = {
  encoding: z.enum(['time', 'order']).default('time'),
  horizon: z.int().min(0).max(mostTime).optional(),
}
const duration = z.int().min(0).max(mostTime)
const named = z.strictObject({
  ...shared,
  jobs: z.record(z.string().min(1), z.array(z.tuple([z.string().min(1), duration]))),
})
const bulk = z.strictObject({
  ...shared,
  jobs: z.array(z.array(z.tuple([z.int().min(0).max(1e6), duration]))),
  machines: z.int().min(1).max(1e6).optional(),
  names: z.array(z.string().min(1)).optional(),
})

/** Both shapes, read into one. */
export const jobShopSchema = z
  .custom<JobShopInput>((value) => typeof value === 'object' && value !== null, 'expected an object with "jobs"')
  .transform((input) => (Array.isArray(input.jobs) ? readBulk(input) : readNamed(input)))

function readNamed(input: JobShopInput): JobShopData {
  const { jobs, encoding, horizon } = parseWith(named, input, 'jobShop')
  const machineNames = [...new Set(Object.values(jobs).flatMap((job) => job.map(([machine]) => machine)))]
  const indexOf = new Map(machineNames.map((name, k) => [name, k]))
  const list = Object.values(jobs).map((job) =>
    job.map(([machine, time]): [number, number] => [indexOf.get(machine) as number, time]),
  )
  return dataOf(list, { names: Object.keys(jobs), machineNames, encoding, horizon: horizon ?? null })
}

function readBulk(input: JobShopInput): JobShopData {
  const { jobs, machines, names, encoding, horizon } = parseWith(bulk, input, 'jobShop')
  const used = 1 + jobs.reduce((most, job) => job.reduce((high, [machine]) => Math.max(high, machine), most), -1)
  if (machines !== undefined && used > machines)
    refuse(`machine ${used - 1} is used but there are ${machines}, from 0`, 'Raise "machines", or count from 0')
  if (names) checkNames(names, jobs.length)
  const machineNames = Array.from({ length: machines ?? used }, (_, k) => `machine ${k}`)
  return dataOf(jobs, { names: names ?? null, machineNames, encoding, horizon: horizon ?? null })
}

function checkNames(names: readonly string[], jobs: number): void {
  if (names.length !== jobs)
    refuse(`there are ${names.length} names for ${jobs} jobs`, 'Give one name per job, or none')
  const twice = names.find((name, k) => names.indexOf(name) !== k)
  if (twice === undefined) return
  throw new IsinglassError(
    'NAME_INVALID',
    `two jobs are called "${twice}"`,
    'Give every job its own name',
    'jobShop, names',
  )
}

type Told = Pick<JobShopData, 'names' | 'machineNames' | 'encoding' | 'horizon'>

function dataOf(jobs: readonly (readonly (readonly [number, number])[])[], told: Told): JobShopData {
  if (jobs.length === 0) refuse('there are no jobs', 'Give at least one job')
  const empty = jobs.findIndex((job) => job.length === 0)
  if (empty >= 0) refuse(`job "${told.names?.[empty] ?? empty}" has no operations`, 'Give it one, or leave it out')
  const shop = shopOf(jobs, told.machineNames.length)
  const total = shop.duration.reduce((sum, time) => sum + time, 0)
  if (total > mostTime) refuse(`the durations sum to ${total}, more than ${mostTime}`, 'Use a coarser unit of time')
  const data = { ...shop, ...told, bounds: boundsOf(shop) }
  if (told.horizon !== null) checkHorizon(data, told.horizon)
  return data
}

function shopOf(jobs: readonly (readonly (readonly [number, number])[])[], machines: number): Shop {
  const first = new Int32Array(jobs.length + 1)
  jobs.forEach((job, j) => {
    first[j + 1] = first[j] + job.length
  })
  const operations = jobs.flat()
  return {
    jobs: jobs.length,
    machines,
    size: operations.length,
    first,
    jobOf: Int32Array.from(jobs.flatMap((job, j) => job.map(() => j))),
    machineOf: Int32Array.from(operations, ([machine]) => machine),
    duration: Int32Array.from(operations, ([, time]) => time),
  }
}

function checkHorizon(data: JobShopData, horizon: number): void {
  const lower = data.bounds.lower()
  if (horizon < lower) refuse(`horizon ${horizon} is below ${lower}, and no schedule ends earlier`, 'Raise "horizon"')
}

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'jobShop')
}
