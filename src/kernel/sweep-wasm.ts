import { type Arena, leaseArena } from './arena.ts'
import type { FixedPoint } from './fixed-point.ts'
import { type LanePlan, type Lanes, shiftFor, wholeFields } from './sweep.ts'
import { nats, tableSize } from './thresholds.ts'

/** Bytes per variable: two vectors of fields, two of masks. */
const stride = 64

/** The SIMD twin of `plainLanes`: 16 replicas of 16 bits or 8 of 32 bits at once, always the whole group. */
export function wasmLanes(plan: LanePlan, state: Uint32Array): Lanes {
  const { size, weights } = plan
  const entries = tableSize(size)
  const arena = leaseArena(bytesFor(plan, entries))
  const at = layOut(arena, plan, entries, state)
  const narrow = weights.bits === 16
  const fields = narrow ? arena.view(Int16Array, at.lanes, size * 32) : arena.view(Int32Array, at.lanes, size * 16)
  const temperName = narrow ? 'temper16' : 'temper32'
  const sweep = sweeper(arena, plan, at, shiftFor(entries))
  restAll(fields, weights.lanes, narrow ? 32767 : 2147483647)
  return {
    place: (lane, x) => place(fields, weights.lanes, lane, x, wholeFields(plan, x)),
    temper: (temperature) => {
      arena.call[temperName](at.nats, entries + 16, temperature, at.thresholds)
    },
    sweep,
    read: (lane) => readMasks(fields, weights.lanes, lane, size),
    release: arena.release,
  }
}

interface Places {
  readonly lanes: number
  readonly rowStart: number
  readonly middle: number
  readonly pairs: number
  readonly nats: number
  readonly thresholds: number
  readonly state: number
}

function bytesFor({ size, column }: LanePlan, entries: number): number {
  return 4096 + size * (stride + 8) + column.length * 8 + (entries + 16) * 8 + 1024
}

/** The common |weight| of all couplings, or 0 where they differ (or need 32 bits). */
export function unitOf({ value, bits }: FixedPoint): number {
  const unit = value.length > 0 ? Math.abs(value[0]) : 0
  return bits === 16 && value.every((v) => v === unit || v === -unit) ? unit : 0
}

function layOut(arena: Arena, plan: LanePlan, entries: number, state: Uint32Array): Places {
  const { size, rowStart, column, weights } = plan
  const at = {
    lanes: arena.reserve(size * stride),
    rowStart: arena.reserve(size * 4 + 4),
    middle: arena.reserve(size * 4),
    pairs: arena.reserve(column.length * 8),
    nats: arena.reserve((entries + 16) * 4),
    thresholds: arena.reserve((entries + 16) * 4),
    state: arena.reserve(16),
  }
  arena.view(Uint32Array, at.rowStart, size + 1).set(rowStart)
  arena.view(Float32Array, at.nats, entries + 16).set(nats(entries))
  arena.view(Uint32Array, at.state, 4).set(state)
  if (unitOf(weights) > 0)
    bySign(plan, arena.view(Int32Array, at.pairs, column.length), arena.view(Uint32Array, at.middle, size))
  else interleave(plan, arena.view(Int32Array, at.pairs, column.length * 2))
  return at
}

/** (64 · neighbour, weight) for every coupling. */
function interleave({ column, weights: { value } }: LanePlan, pairs: Int32Array): void {
  for (let k = 0; k < column.length; k++) {
    pairs[2 * k] = column[k] * stride
    pairs[2 * k + 1] = value[k]
  }
}

/** 64 · neighbour, rows with their positive weights first; middle[i] is where the negative ones begin. */
function bySign(
  { size, rowStart, column, weights: { value } }: LanePlan,
  columns: Int32Array,
  middle: Uint32Array,
): void {
  for (let i = 0; i < size; i++) {
    let low = rowStart[i]
    let high = rowStart[i + 1]
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) columns[value[k] > 0 ? low++ : --high] = column[k] * stride
    middle[i] = low
  }
}

function sweeper({ call }: Arena, { weights }: LanePlan, at: Places, shift: number): Lanes['sweep'] {
  const unit = unitOf(weights)
  const { lanes, rowStart, middle, pairs, thresholds, state } = at
  if (unit > 0)
    return (from, to) => call.sweepUnit16(lanes, rowStart, middle, pairs, unit, from, to, thresholds, shift, state)
  const name = weights.bits === 16 ? 'sweep16' : 'sweep32'
  return (from, to) => call[name](lanes, rowStart, pairs, from, to, thresholds, shift, state)
}

/** Every replica at zero bits that cost more than any threshold: those that no read takes stay at rest. */
function restAll(view: Int16Array | Int32Array, lanes: number, cost: number): void {
  for (let at = 0; at < view.length; at += 2 * lanes) {
    view.fill(cost, at, at + lanes)
    view.fill(0, at + lanes, at + 2 * lanes)
  }
}

function place(view: Int16Array | Int32Array, lanes: number, lane: number, x: Int8Array, field: Int32Array): void {
  for (let i = 0, at = lane; i < x.length; i++, at += 2 * lanes) {
    view[at] = field[i]
    view[at + lanes] = -x[i]
  }
}

function readMasks(view: Int16Array | Int32Array, lanes: number, lane: number, size: number): Int8Array {
  const x = new Int8Array(size)
  for (let i = 0, at = lane + lanes; i < size; i++, at += 2 * lanes) x[i] = -view[at]
  return x
}
