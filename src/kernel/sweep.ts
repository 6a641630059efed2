import { randomFrom, streamState } from '../run/index.ts'
import type { FixedPoint } from './fixed-point.ts'
import { nats, tableSize, temper } from './thresholds.ts'

/** A Qubo's couplings and its whole-number weights. */
export interface LanePlan {
  readonly size: number
  readonly rowStart: Uint32Array
  readonly column: Uint32Array
  readonly weights: FixedPoint
}

/** A group of replicas that are swept in step, sharing the order of variables and one stream of random places. */
export interface Lanes {
  /** Starts replica `lane` at the bits x. */
  place(lane: number, x: Int8Array): void
  /** Sets the temperature, in units of the whole-number weights. */
  temper(temperature: number): void
  /** One Metropolis trial of every variable in [from, to), for every replica. */
  sweep(from: number, to: number): void
  read(lane: number): Int8Array
  release(): void
}

/** Words of sfc32 after its warm-up: the stream of places of a group of replicas. */
export function groupState(key: Uint32Array, group: number): Uint32Array {
  const state = streamState(key, group)
  for (let k = 0; k < 12; k++) advance(state)
  return state
}

/** The random bits that read `read` starts from; a range of streams of its own. */
export function startBits(key: Uint32Array, read: number, size: number): Int8Array {
  const random = randomFrom(streamState(key, read + 2 ** 40))
  const x = new Int8Array(size)
  for (let i = 0, word = 0; i < size; i++, word >>>= 1) {
    if (i % 32 === 0) word = random.uint32()
    x[i] = word & 1
  }
  return x
}

/** One step of sfc32, as in `randomFrom`, on open state. */
export function advance(state: Uint32Array): number {
  const [a, b, c, counter] = state
  const word = a + b + counter
  state[3] = counter + 1
  state[0] = b ^ (b >>> 9)
  state[1] = c + (c << 3)
  state[2] = ((c << 21) | (c >>> 11)) + word
  return word >>> 0
}

/** Start of a table look-up: the top bits of a word. */
export const shiftFor = (entries: number): number => 32 - Math.round(Math.log2(entries))

/**
 * The reference: replicas one after the other in plain TypeScript, bit for bit the trajectories of the SIMD twin.
 * Bit i of a replica flips iff its cost is at most the threshold at (random place of variable i) + lane.
 */
export function plainLanes(plan: LanePlan, reads: number, state: Uint32Array): Lanes {
  const { size, weights } = plan
  const entries = tableSize(size)
  const shift = shiftFor(entries)
  const thresholds = new Int32Array(entries + 16)
  const bits = Array.from({ length: reads }, () => new Int8Array(size))
  const fields = Array.from({ length: reads }, () => new Int32Array(size))
  const cap = weights.bits === 16 ? 32767 : 2147483647
  const places = new Uint16Array(256)
  const piece = (from: number, to: number) => {
    for (let i = from; i < to; i++) places[i - from] = advance(state) >>> shift
    for (let lane = 0; lane < reads; lane++)
      sweepOne(plan, bits[lane], fields[lane], thresholds, places, lane, from, to)
  }
  return {
    place: (lane, x) => {
      bits[lane].set(x)
      fields[lane].set(wholeFields(plan, x))
    },
    temper: (temperature) => temper(nats(entries), temperature, cap, thresholds),
    sweep: (from, to) => {
      for (let at = from; at < to; at += places.length) piece(at, Math.min(to, at + places.length))
    },
    read: (lane) => bits[lane].slice(),
    release: () => {},
  }
}

function sweepOne(
  { rowStart, column, weights: { value } }: LanePlan,
  x: Int8Array,
  field: Int32Array,
  thresholds: Int32Array,
  places: Uint16Array,
  lane: number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const cost = x[i] === 0 ? field[i] : -field[i]
    if (cost > thresholds[places[i - from] + lane]) continue
    const end = rowStart[i + 1]
    if (x[i] === 0) {
      x[i] = 1
      for (let k = rowStart[i]; k < end; k++) field[column[k]] += value[k]
    } else {
      x[i] = 0
      for (let k = rowStart[i]; k < end; k++) field[column[k]] -= value[k]
    }
  }
}

/** Whole-number fields of a point. */
export function wholeFields(
  { size, rowStart, column, weights: { linear, value } }: LanePlan,
  x: Int8Array,
): Int32Array {
  const field = linear.slice()
  for (let i = 0; i < size; i++) {
    if (x[i] === 0) continue
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) field[column[k]] += value[k]
  }
  return field
}
