import { type Qubo, quboOf } from '../qubo/index.ts'
import type { Job, Kernel } from '../run/index.ts'
import { wasmAvailable } from './arena.ts'
import { descend, descentWork, hurried } from './descent.ts'
import { Finds, type Found, type QuboData } from './finds.ts'
import { fixedPoint } from './fixed-point.ts'
import { type Part, type Purse, pay, purseOf, settle } from './purse.ts'
import { geometric, type TemperatureRange, temperatureRange } from './schedule.ts'
import { groupState, type LanePlan, type Lanes, plainLanes, startBits } from './sweep.ts'
import { wasmLanes } from './sweep-wasm.ts'

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

/** How many consecutive reads share a stream, from a multiple of it on; read i depends on the key and i alone. */
export const readsPerGroup = (qubo: QuboData): number => fixedPoint(qubo).lanes

/** Work of one job that nothing stops: setting up, placing the reads, their sweeps, and the descents that finish them. */
export function annealWork({ size, column }: QuboData, reads: number, sweeps: number): number {
  return (
    setUpWork(size, column.length) +
    reads * (placeWork(size, column.length) + size * sweeps + descentWork(size, column.length))
  )
}

/** Laying the couplings out for the engine. */
const setUpWork = (size: number, couplings: number): number => 2 * (1 + ((size + couplings) >> 4))

const placeWork = (size: number, couplings: number): number => 1 + ((size + couplings) >> 2)

type Engine = (plan: LanePlan, reads: number, state: Uint32Array) => Lanes

/** Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) of a group of reads; `engine` makes the replicas. */
function* anneal(input: AnnealInput, engine: Engine): Job<Found> {
  const qubo = quboOf(input.qubo, input.qubo.linear, input.qubo)
  const purse = purseOf(yield { work: 0 })
  const lanes = yield* setUp(qubo, input, engine, purse)
  if (lanes === null) return unplaced(qubo, input)
  const finds = new Finds(qubo)
  const { lanes: width, scale } = fixedPoint(qubo)
  const first = input.firstRead % width
  try {
    if (!(yield* place(qubo, lanes, input, first, purse))) return unplaced(qubo, input)
    const swept = yield* sweepAll(qubo, lanes, input, scale, purse)
    const goOn = swept && (yield* finish(qubo, lanes, input.reads, first, purse, finds))
    const left = swept ? 0 : affordable(qubo, input.reads)
    for (let r = 0; r < left; r++) finds.add(hurried(qubo, lanes.read(first + r), left))
    if (goOn) yield* settle(purse)
    return finds.found()
  } finally {
    lanes.release()
  }
}

/** What a job that was stopped before the first sweep has to show: the first read near its random start. */
const unplaced = (qubo: Qubo, { key, firstRead }: AnnealInput): Found =>
  new Finds(qubo).add(hurried(qubo, startBits(key, firstRead, qubo.size))).found()

/** Whole-number weights, then the engine's own layout: a piece each. Null when told to stop. */
function* setUp(qubo: Qubo, input: AnnealInput, engine: Engine, purse: Purse): Part<Lanes | null> {
  if (purse.allowance === 0) return null
  const weights = fixedPoint(qubo)
  const half = setUpWork(qubo.size, qubo.column.length) / 2
  if (!(yield* pay(purse, half))) return null
  const first = input.firstRead % weights.lanes
  const state = groupState(input.key, (input.firstRead - first) / weights.lanes)
  const lanes = engine({ ...qubo, weights }, first + input.reads, state)
  if (yield* pay(purse, half)) return lanes
  lanes.release()
  return null
}

/** Puts every read on its random start; false when stopped. */
function* place(
  qubo: Qubo,
  lanes: Lanes,
  { key, firstRead, reads }: AnnealInput,
  first: number,
  purse: Purse,
): Part<boolean> {
  for (let r = 0; r < reads; r++) {
    lanes.place(first + r, startBits(key, firstRead + r, qubo.size))
    if (!(yield* pay(purse, placeWork(qubo.size, qubo.column.length)))) return false
  }
  return true
}

/** All sweeps; false when stopped. A piece may end after any variable, so where a stop comes depends on the work alone. */
function* sweepAll(qubo: Qubo, lanes: Lanes, input: AnnealInput, scale: number, purse: Purse): Part<boolean> {
  const { reads, sweeps } = input
  const { size } = qubo
  const temperature = geometric(rangeOf(qubo, input))
  for (let sweep = 0; sweep < sweeps; sweep++) {
    lanes.temper(scale * temperature(sweeps > 1 ? sweep / (sweeps - 1) : 1))
    for (let at = 0; at < size; ) {
      const to = Math.min(size, at + Math.ceil((purse.allowance - purse.spent) / reads))
      lanes.sweep(at, to)
      purse.spent += (to - at) * reads
      at = to
      if (purse.spent >= purse.allowance && !(yield* settle(purse))) return false
    }
  }
  return true
}

/** The instance's own temperatures unless told otherwise. */
function rangeOf(qubo: Qubo, { hot, cold }: AnnealInput): TemperatureRange {
  const range = temperatureRange(qubo)
  return { hot: hot ?? Math.max(range.hot, cold ?? 0), cold: cold ?? Math.min(range.cold, hot ?? range.cold) }
}

/** Every read ends in a local minimum; false when stopped, the reads until then kept. */
function* finish(qubo: Qubo, lanes: Lanes, reads: number, first: number, purse: Purse, finds: Finds): Part<boolean> {
  for (let r = 0; r < reads; r++) {
    const x = lanes.read(first + r)
    const goOn = yield* descend(qubo, x, purse)
    finds.add(x)
    if (!goOn) return false
  }
  return true
}

/** How many reads a stopped job still has time to look at: about half a millisecond in all, at least one. */
const affordable = ({ size, column }: Qubo, reads: number): number =>
  Math.max(1, Math.min(reads, Math.floor(100_000 / (4 * (size + column.length) + 1))))

/** The reference. */
export const annealPlain: Kernel<AnnealInput, Found> = {
  name: 'anneal-plain',
  start: (input) => anneal(input, plainLanes),
}

/** Its SIMD twin: the same samples, many times faster. Where the engine has no SIMD the reference takes its place. */
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
