import { type Qubo, quboEnergy, quboOf } from '../qubo/index.ts'
import { type Job, type Kernel, randomFrom, streamState } from '../run/index.ts'
import { Finds, type Found, type QuboData } from './finds.ts'
import { GroupState } from './group-state.ts'
import { geometric, type TemperatureRange } from './schedule.ts'
import { nats } from './thresholds.ts'

/** Reads `firstRead`, `firstRead + 1` … of `work` units each; temperatures in units of energy. */
export interface GroupMovesInput {
  readonly qubo: QuboData
  readonly key: Uint32Array
  readonly firstRead: number
  readonly reads: number
  readonly work: number
  readonly hot?: number
  readonly cold?: number
}

/** Between two looks at the temperature. */
const stride = 64
const entries = 4096
/** What a stopped read may still spend on its way down: about a millisecond. */
const lastWork = 100_000

/**
 * Annealing that never leaves the native groups: shifts of a one-hot's 1, swaps of a subset's 1 with a 0, and swaps,
 * insertions and reversals in a permutation, mixed with flips of free bits. The schedule follows the work done, so the work of a read is known.
 */
function* groupMoves(input: GroupMovesInput): Job<Found> {
  const qubo = quboOf(input.qubo, input.qubo.linear, input.qubo)
  const finds = new Finds(qubo)
  let allowance = yield { work: 0 }
  for (let r = 0; r < input.reads; r++) {
    const walk = new Walk(qubo, input, input.firstRead + r)
    while (walk.spent < input.work && allowance > 0) {
      const before = walk.spent
      walk.run(Math.min(input.work, before + allowance))
      allowance = yield { work: Math.min(walk.spent, input.work) - before }
    }
    finds.add(walk.end(allowance === 0 && walk.spent < input.work))
    if (allowance === 0) break
  }
  return finds.found()
}

class Walk {
  spent = 0
  private best: Int8Array
  private bestEnergy: number
  private trials = 0
  private heat = 0
  private readonly state: GroupState
  private readonly temperature: (progress: number) => number
  private readonly work: number
  private readonly random: ReturnType<typeof randomFrom>
  private readonly table = nats(entries)

  constructor(qubo: Qubo, input: GroupMovesInput, read: number) {
    this.random = randomFrom(streamState(input.key, read))
    this.state = new GroupState(qubo, this.random)
    const { hot, cold } = rangeOf(qubo, this.state, input)
    this.temperature = geometric({ hot, cold })
    this.work = input.work
    this.state.energy = quboEnergy(qubo, this.state.x)
    this.best = this.state.x.slice()
    this.bestEnergy = this.state.energy
  }

  /** Goes on until `spent` reaches `until`. */
  run(until: number): void {
    while (this.spent < until) {
      if (this.trials++ % stride === 0) this.heat = this.temperature(Math.min(1, this.spent / this.work))
      this.trial()
    }
  }

  /** The best point seen; a read stopped on its way first runs downhill for a moment. */
  end(stopped: boolean): Int8Array {
    this.heat = 0
    if (stopped) for (const until = this.spent + lastWork; this.spent < until; ) this.trial()
    return this.best
  }

  /** Costs its look-ups (a pair of changed bits each), and half of the couplings that an accepted move visits. */
  private trial(): void {
    const { state } = this
    this.spent += 2
    if (!state.propose()) return
    this.spent += (state.count * state.count) >> 2
    const word = this.random.uint32()
    if (state.cost > 0 && state.cost > this.heat * this.table[word >>> 20]) return
    this.spent += state.apply() >> 1
    if (state.energy < this.bestEnergy) {
      this.bestEnergy = state.energy
      this.best.set(state.x)
    }
  }
}

const probes = 256

/**
 * Hot: half of the moves of median cost are accepted. Cold: one in a hundred of the 5 % cheapest, be they moves seen on
 * a random walk or single coefficients. (After Kirkpatrick, Gelatt, Vecchi 1983: melt first, end frozen.)
 */
function rangeOf(qubo: Qubo, state: GroupState, { hot, cold }: GroupMovesInput): TemperatureRange {
  if (hot !== undefined && cold !== undefined) return { hot, cold }
  const costs: number[] = []
  for (let k = 0; k < probes; k++) {
    if (!state.propose()) continue
    if (state.cost !== 0) costs.push(Math.abs(state.cost))
    state.apply()
  }
  if (costs.length === 0) return { hot: hot ?? Math.max(1, cold ?? 0), cold: cold ?? Math.min(1, hot ?? 1) }
  const warm = hot ?? Math.max(quantile(costs, 0.5) / Math.LN2, cold ?? 0)
  const cheap = Math.min(quantile(costs, 0.05), smallCoefficient(qubo))
  return { hot: warm, cold: cold ?? Math.min(warm, cheap / 4.6) }
}

/** The 5 % quantile of the non-zero coefficients, from at most a thousand of them. */
function smallCoefficient({ linear, value }: Qubo): number {
  const every = Math.max(1, Math.floor((linear.length + value.length) / 1000))
  const sizes: number[] = []
  for (let k = 0; k < linear.length + value.length; k += every) {
    const size = Math.abs(k < linear.length ? linear[k] : value[k - linear.length])
    if (size > 0) sizes.push(size)
  }
  return sizes.length === 0 ? Number.POSITIVE_INFINITY : quantile(sizes, 0.05)
}

function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(share * (numbers.length - 1))]
}

export const groupMovesPlain: Kernel<GroupMovesInput, Found> = { name: 'group-moves', start: groupMoves }
