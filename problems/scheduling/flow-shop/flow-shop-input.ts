import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { numberList, parseWith } from '../../../src/parse.ts'

/** durations[j][i]: how long job j takes on machine i. Or one row-major list of them with the number of machines. */
export type BulkFlowShop = {
  /** What answers call the jobs; indices when not given. */
  readonly names?: readonly string[]
} & (
  | { readonly durations: readonly ArrayLike<number>[]; readonly machines?: undefined }
  | { readonly durations: ArrayLike<number>; readonly machines: number }
)

/** Jobs by name, each with one duration per machine, in the order in which all jobs pass the machines. */
export interface NamedFlowShop<Name extends string = string> {
  readonly jobs: Readonly<Record<Name, ArrayLike<number>>>
  /** Names of the machines, for pictures. */
  readonly machines?: readonly string[]
}

export type FlowShopInput = BulkFlowShop | NamedFlowShop

/** The one shape behind both: duration of job j on machine i at j·machines + i, whole and ≥ 0. */
export interface FlowShopData {
  readonly jobs: number
  readonly machines: number
  readonly durations: Int32Array
  readonly names: readonly (string | number)[]
  readonly indexOf: ReadonlyMap<string | number, number>
  readonly machineNames: readonly string[]
}

const bulk = z.strictObject({
  durations: z.union([numberList, z.array(numberList)]),
  machines: z.int().min(1).optional(),
  names: z.array(z.string()).optional(),
})
const named = z.strictObject({
  jobs: z.record(z.string().min(1), numberList),
  machines: z.array(z.string()).optional(),
})

export const flowShopSchema = z
  .custom<FlowShopInput>(
    (v) => typeof v === 'object' && v !== null && ('jobs' in v || 'durations' in v),
    'expected an object with "jobs" or "durations"',
  )
  .transform((input) => ('durations' in input ? readBulk(input) : readNamed(input)))

function readNamed(input: unknown): FlowShopData {
  const { jobs, machines } = parseWith(named, input, 'flowShop')
  const rows = Object.values(jobs)
  const data = fromRows(rows, Object.keys(jobs))
  if (machines && machines.length !== data.machines)
    refuse(`there are ${machines.length} machines and ${data.machines} durations per job`, 'Name every machine once')
  return machines ? { ...data, machineNames: machines } : data
}

function readBulk(input: unknown): FlowShopData {
  const { durations, machines, names } = parseWith(bulk, input, 'flowShop')
  if (isFlat(durations)) return fromFlat(durations, machines, names)
  if (machines !== undefined) refuse('"machines" is given beside a list of lists', 'Leave "machines" out')
  return fromRows(durations, names)
}

const isFlat = (list: ArrayLike<number> | readonly ArrayLike<number>[]): list is ArrayLike<number> =>
  list.length > 0 && typeof list[0] === 'number'

function fromFlat(list: ArrayLike<number>, machines: number | undefined, names?: readonly string[]): FlowShopData {
  if (machines === undefined) refuse('"durations" is one list without "machines"', 'Give the number of machines')
  if (list.length % machines !== 0)
    refuse(`${list.length} durations are no multiple of ${machines} machines`, 'Give one duration per job and machine')
  return dataOf(Array.from(list), machines, names)
}

function fromRows(rows: readonly ArrayLike<number>[], names?: readonly string[]): FlowShopData {
  if (rows.length === 0) refuse('there are no jobs', 'Give at least one job')
  const machines = rows[0].length
  if (machines === 0) refuse('there are no machines', 'Give every job at least one duration')
  const odd = rows.findIndex((row) => row.length !== machines)
  if (odd >= 0) {
    const what = `job ${shownName(names, odd)} has ${rows[odd].length} durations, the first job has ${machines}`
    refuse(what, 'Give every job one duration per machine')
  }
  return dataOf(
    rows.flatMap((row) => Array.from(row)),
    machines,
    names,
  )
}

const shownName = (names: readonly string[] | undefined, job: number) => (names ? `"${names[job]}"` : job)

const longest = 2 ** 31 - 1

function dataOf(list: readonly number[], machines: number, names?: readonly string[]): FlowShopData {
  const jobs = list.length / machines
  const odd = list.findIndex((value) => !Number.isInteger(value) || value < 0)
  if (odd >= 0) {
    const place = `of job ${shownName(names, Math.floor(odd / machines))} on machine ${odd % machines}`
    refuse(
      `the duration ${list[odd]} ${place} is not a whole number ≥ 0`,
      'Give whole numbers, in a finer unit if need be',
    )
  }
  const total = list.reduce((sum, value) => sum + value, 0)
  if (total > longest) refuse(`the durations add up to ${total}, more than ${longest}`, 'Give them in a coarser unit')
  const own = names ? checkedNames(names, jobs) : list.slice(0, jobs).map((_, j) => j)
  return {
    jobs,
    machines,
    durations: Int32Array.from(list),
    names: own,
    indexOf: new Map(own.map((name, j) => [name, j])),
    machineNames: Array.from({ length: machines }, (_, i) => `machine ${i}`),
  }
}

function checkedNames(names: readonly string[], jobs: number): readonly string[] {
  if (names.length !== jobs)
    refuse(`there are ${names.length} names for ${jobs} jobs`, 'Give one name per job, or none')
  const twice = names.find((name, j) => name === '' || names.indexOf(name) !== j)
  if (twice === undefined) return names
  const what = `job name "${twice}" is empty or appears twice`
  throw new IsinglassError('NAME_INVALID', what, 'Give every job its own name', 'flowShop')
}

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'flowShop')
}
