import { type Qubo, quboEnergy, quboOf } from '../qubo/index.ts'
import type { Job, Kernel } from '../run/index.ts'
import { wasmAvailable } from './arena.ts'
import { descent } from './descent.ts'
import { fixedPoint } from './fixed-point.ts'
import { geometric, type TemperatureRange, temperatureRange } from './schedule.ts'
import { groupState, type LanePlan, type Lanes, plainLanes, startBits } from './sweep.ts'
import { wasmLanes } from './sweep-wasm.ts'

/** A Qubo without its hash: what travels to a worker. */
export type QuboData = Omit<Qubo, 'kind' | 'hash'>

/** `reads` replicas numbered from `firstRead`, all inside one group of `readsPerGroup`. Temperatures in units of energy. */
export interface AnnealInput {
  readonly qubo: QuboData
  readonly key: Uint32Array
  readonly firstRead: number
  readonly reads: number
  readonly sweeps: number
  readonly hot?: number
  readonly cold?: number
}

/** Points in the order of reads, each at least a local minimum unless the job was stopped; `bits` is rows of `size`. */
export interface Found {
  readonly bits: Int8Array
  readonly energies: Float64Array
}

/** How many consecutive reads share a stream, from a multiple of it on; read i depends on the key and i alone. */
export const readsPerGroup = (qubo: QuboData): number => fixedPoint(qubo).lanes

/** Work of one job that nothing stops: sweeps, and a visit of every coupling before and after. */
export function annealWork({ size, column }: QuboData, reads: number, sweeps: number): number {
  return reads * (size * sweeps + 2 * lift(size, column.length))
}

const lift = (size: number, entries: number): number => Math.ceil((size + entries) / 2)

/** What a stopped job may still spend on its way out: a couple of milliseconds. */
const lastWork = 100_000

/** Simulated annealing of a group of reads; `engine` makes the replicas. */
function* anneal(input: AnnealInput, engine: (plan: LanePlan, reads: number, state: Uint32Array) => Lanes): Job<Found> {
  const qubo = quboOf(input.qubo, input.qubo.linear, input.qubo)
  const weights = fixedPoint(qubo)
  const first = input.firstRead % weights.lanes
  const state = groupState(input.key, (input.firstRead - first) / weights.lanes)
  const lanes = engine({ ...qubo, weights }, first + input.reads, state)
  try {
    if (!(yield* place(qubo, lanes, input, first))) {
      return foundOf(qubo, [hurried(qubo, startBits(input.key, input.firstRead, qubo.size))])
    }
    if (yield* sweepAll(qubo, lanes, input, weights.scale)) return yield* finish(qubo, lanes, input.reads, first)
    return foundOf(
      qubo,
      affordable(qubo, input.reads).map((r) => hurried(qubo, lanes.read(first + r))),
    )
  } finally {
    lanes.release()
  }
}

/** Puts every read on its random start; false when stopped. */
function* place(qubo: Qubo, lanes: Lanes, { key, firstRead, reads }: AnnealInput, first: number): Job<boolean> {
  const each = lift(qubo.size, qubo.column.length)
  let allowance = yield { work: 0 }
  let work = 0
  for (let r = 0; r < reads && allowance > 0; r++) {
    lanes.place(first + r, startBits(key, firstRead + r, qubo.size))
    work += each
    if (work < allowance) continue
    allowance = yield { work }
    work = 0
  }
  if (work > 0) allowance = yield { work }
  return allowance > 0
}

/** All sweeps; false when stopped before the end. A piece ends after any variable: the stop depends on the work alone. */
function* sweepAll(qubo: Qubo, lanes: Lanes, input: AnnealInput, scale: number): Job<boolean> {
  const { reads, sweeps } = input
  const { size } = qubo
  const temperature = geometric(rangeOf(qubo, input))
  let allowance = yield { work: 0 }
  let work = 0
  for (let sweep = 0; sweep < sweeps; sweep++) {
    lanes.temper(scale * temperature(sweeps > 1 ? sweep / (sweeps - 1) : 1))
    for (let at = 0; at < size; ) {
      const to = Math.min(size, at + Math.ceil((allowance - work) / reads))
      lanes.sweep(at, to)
      work += (to - at) * reads
      at = to
      if (work < allowance) continue
      allowance = yield { work }
      if (allowance === 0) return false
      work = 0
    }
  }
  if (work > 0) allowance = yield { work }
  return allowance > 0
}

/** The instance's own temperatures unless told otherwise. */
function rangeOf(qubo: Qubo, { hot, cold }: AnnealInput): TemperatureRange {
  const range = temperatureRange(qubo)
  return { hot: hot ?? Math.max(range.hot, cold ?? 0), cold: cold ?? Math.min(range.cold, hot ?? range.cold) }
}

/** Every read ends in a local minimum. The visits are paid as agreed in `annealWork`; descents ride along unpaid. */
function* finish(qubo: Qubo, lanes: Lanes, reads: number, first: number): Job<Found> {
  const points: Int8Array[] = []
  const energies: number[] = []
  for (let r = 0; r < reads; r++) {
    const x = lanes.read(first + r)
    const stopped = yield* unpaid(descent(qubo, x))
    points.push(x)
    energies.push(quboEnergy(qubo, x))
    if (stopped || (yield { work: lift(qubo.size, qubo.column.length) }) === 0) break
  }
  return foundOf(qubo, points, energies)
}

/** Forwards allowances to a job and reports no work; true when it was stopped. */
function* unpaid(job: Job<void>): Generator<{ work: number }, boolean, number> {
  for (let state = job.next(0); !state.done; ) {
    const allowance = yield { work: 0 }
    state = job.next(allowance)
    if (allowance === 0) return true
  }
  return false
}

/** Which reads a stopped job still has time to look at. */
function affordable({ size, column }: Qubo, reads: number): number[] {
  const count = Math.max(1, Math.min(reads, Math.floor(lastWork / (size + column.length + 1))))
  return Array.from({ length: count }, (_, r) => r)
}

/** The point after as much descent as a stopped job may afford. */
export function hurried(qubo: Qubo, x: Int8Array): Int8Array {
  const job = descent(qubo, x)
  job.next(0)
  if (!job.next(lastWork / 4).done) job.next(0)
  return x
}

/** Points with energies recomputed from the Qubo. */
export function foundOf(
  qubo: Qubo,
  points: readonly Int8Array[],
  energies = points.map((x) => quboEnergy(qubo, x)),
): Found {
  const bits = new Int8Array(points.length * qubo.size)
  points.forEach((x, r) => bits.set(x, r * qubo.size))
  return { bits, energies: Float64Array.from(energies) }
}

/** The reference. */
export const annealPlain: Kernel<AnnealInput, Found> = {
  name: 'anneal-plain',
  start: (input) => anneal(input, plainLanes),
}

/** Its SIMD twin: the same samples, several times faster. Where the engine has no SIMD the reference takes its place. */
export const annealWasm: Kernel<AnnealInput, Found> = {
  name: 'anneal-wasm',
  start: (input) => anneal(input, wasmAvailable() ? (plan, _reads, state) => wasmLanes(plan, state) : plainLanes),
}

/** The sentence for the notes: which kernel runs here, with how wide lanes. */
export function kernelNote(qubo: QuboData, kernel: Kernel<AnnealInput, Found>): string {
  const { bits, lanes, exact } = fixedPoint(qubo)
  const engine = kernel === annealWasm && wasmAvailable() ? `wasm i${bits}x${lanes}` : 'plain'
  return `kernel: ${engine}${exact ? '' : ', weights rounded to 30 bits'}`
}
