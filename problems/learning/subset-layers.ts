import type { FlatFamilies } from './order-search.ts'

/** Variables that two words of bits can hold. */
export const mostLayered = 64
/** States of all layers together; 10 bytes each are kept, 40 while they are in hand. 20 variables need 2²⁰. */
const mostStates = 1 << 22
/** Work between two pauses. */
const piece = 4000

/** What the layers find: null families when nothing is below the limit; `bound` grows while they run. */
export interface LayerResult {
  /** Chosen family per variable, or null. */
  choice: Int32Array | null
  /** False when there were too many states. */
  finished: boolean
  /** No network costs less. */
  bound: number
}

/** The sets of one size that still may lead below the limit, and how the cheapest network on each ends. */
interface Layer {
  count: number
  low: Int32Array
  high: Int32Array
  cost: Float64Array
  /** Where in the layer before the set without its last variable is. */
  from: Int32Array
  /** The family of the last variable. */
  family: Int32Array
}

/**
 * The cheapest network below a cost, which may sink meanwhile, by the exact dynamic programme over sets of variables (Koivisto and Sood 2004;
 * Silander and Myllymäki 2006): the cheapest network on a set ends in one variable whose parents are among the others.
 * Sets are built layer by layer, and one is left out when even the best families of all variables outside it cannot
 * bring it below the limit (breadth-first branch and bound, Malone, Yuan, Hansen and Bridges 2011).
 */
export function* subsetLayers(
  families: FlatFamilies,
  target: { readonly cost: number },
  result: LayerResult,
): Generator<number> {
  const { size } = families
  const masks = masksOf(families)
  const rest = bestOf(families)
  const layers: Layer[] = [firstLayer()]
  let states = 1
  let meter = 0
  for (let depth = 0; depth < size; depth++) {
    const next = emptyLayer(1024)
    const index = { slots: new Int32Array(4096).fill(-1) }
    let least = Number.POSITIVE_INFINITY
    let limit = limitOf(target.cost)
    for (let i = 0; i < layers[depth].count; i++) {
      const layer = layers[depth]
      const left = outside(rest, layer.low[i], layer.high[i])
      for (let v = 0; v < size; v++) {
        if (has(layer.low[i], layer.high[i], v)) continue
        const f = firstWithin(families, masks, v, layer.low[i], layer.high[i])
        meter += 2 + (Math.min(f < 0 ? families.start[v + 1] : f, families.start[v + 1]) - families.start[v])
        if (f < 0) continue
        const cost = layer.cost[i] + families.cost[f]
        const whole = cost + left - rest[v]
        if (whole >= limit) continue
        if (whole < least) least = whole
        put(next, index, { low: layer.low[i], high: layer.high[i], v, cost, from: i, family: f })
      }
      meter += size >> 1
      if (meter < piece) continue
      if (states + next.count > mostStates) return
      yield meter
      meter = 0
      limit = limitOf(target.cost)
    }
    if (next.count === 0) {
      finish(result, null, target.cost)
      break
    }
    result.bound = Math.min(target.cost, Math.max(result.bound, least))
    states += next.count
    layers.push(next)
    slim(layers[depth])
  }
  if (layers.length === size + 1) finish(result, choicesOf(families, layers), layers[size].cost[0])
  if (meter > 0) yield meter
}

/** What is not below by more than rounding is not below. */
const limitOf = (cost: number): number => (Number.isFinite(cost) ? cost - 1e-12 * Math.max(1, Math.abs(cost)) : cost)

function finish(result: LayerResult, choice: Int32Array | null, bound: number): void {
  result.choice = choice
  result.finished = true
  result.bound = bound
}

const has = (low: number, high: number, v: number): boolean => ((v < 32 ? low >>> v : high >>> (v - 32)) & 1) === 1

/** The bits of each family's parents. */
function masksOf({ parentStart, parents, cost }: FlatFamilies): { low: Int32Array; high: Int32Array } {
  const low = new Int32Array(cost.length)
  const high = new Int32Array(cost.length)
  for (let f = 0; f < cost.length; f++) {
    for (let k = parentStart[f]; k < parentStart[f + 1]; k++) {
      if (parents[k] < 32) low[f] |= 1 << parents[k]
      else high[f] |= 1 << (parents[k] - 32)
    }
  }
  return { low, high }
}

/** The cheapest family of each variable. */
export const bestOf = ({ size, start, cost }: FlatFamilies): Float64Array =>
  Float64Array.from({ length: size }, (_, v) => cost[start[v]])

/** What the variables outside a set cost at least. */
function outside(rest: Float64Array, low: number, high: number): number {
  let sum = 0
  for (let v = 0; v < rest.length; v++) if (!has(low, high, v)) sum += rest[v]
  return sum
}

function firstWithin(
  { start }: FlatFamilies,
  masks: { low: Int32Array; high: Int32Array },
  v: number,
  low: number,
  high: number,
): number {
  const [notLow, notHigh] = [~low, ~high]
  for (let f = start[v]; f < start[v + 1]; f++)
    if ((masks.low[f] & notLow) === 0 && (masks.high[f] & notHigh) === 0) return f
  return -1
}

const emptyLayer = (room: number): Layer => ({
  count: 0,
  low: new Int32Array(room),
  high: new Int32Array(room),
  cost: new Float64Array(room),
  from: new Int32Array(room),
  family: new Int32Array(room),
})

function firstLayer(): Layer {
  return { ...emptyLayer(1), count: 1 }
}

/** Only the way back is kept of a layer that is done. */
function slim(layer: Layer): void {
  layer.low = layer.high = new Int32Array(0)
  layer.cost = new Float64Array(0)
  layer.from = layer.from.slice(0, layer.count)
  layer.family = layer.family.slice(0, layer.count)
}

interface Entry {
  readonly low: number
  readonly high: number
  readonly v: number
  readonly cost: number
  readonly from: number
  readonly family: number
}

/** Open addressing: a slot holds a place in the layer, or −1. */
interface Index {
  slots: Int32Array
}

function slotOf({ slots }: Index, layer: Layer, low: number, high: number): number {
  const mask = slots.length - 1
  let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high ^ (low >>> 15), 0x85ebca6b)
  hash ^= hash >>> 13
  let slot = hash & mask
  for (; slots[slot] >= 0; slot = (slot + 1) & mask) {
    const k = slots[slot]
    if (layer.low[k] === low && layer.high[k] === high) break
  }
  return slot
}

/** Adds the set with v, or makes it cheaper. */
function put(layer: Layer, index: Index, { low, high, v, cost, from, family }: Entry): void {
  const newLow = v < 32 ? low | (1 << v) : low
  const newHigh = v < 32 ? high : high | (1 << (v - 32))
  const slot = slotOf(index, layer, newLow, newHigh)
  let k = index.slots[slot]
  if (k >= 0 && layer.cost[k] <= cost) return
  if (k < 0) {
    k = layer.count++
    index.slots[slot] = k
    if (layer.count === layer.low.length) grow(layer)
    layer.low[k] = newLow
    layer.high[k] = newHigh
  }
  layer.cost[k] = cost
  layer.from[k] = from
  layer.family[k] = family
  if (2 * layer.count > index.slots.length) rehash(layer, index)
}

function rehash(layer: Layer, index: Index): void {
  index.slots = new Int32Array(2 * index.slots.length).fill(-1)
  for (let k = 0; k < layer.count; k++) index.slots[slotOf(index, layer, layer.low[k], layer.high[k])] = k
}

function grow(layer: Layer): void {
  const larger = emptyLayer(2 * layer.low.length)
  larger.low.set(layer.low)
  larger.high.set(layer.high)
  larger.cost.set(layer.cost)
  larger.from.set(layer.from)
  larger.family.set(layer.family)
  Object.assign(layer, { ...larger, count: layer.count })
}

/** Walks back from the set of all variables; the family tells whose it is. */
function choicesOf({ size, start }: FlatFamilies, layers: readonly Layer[]): Int32Array {
  const choice = new Int32Array(size)
  let k = 0
  for (let depth = size; depth > 0; depth--) {
    const family = layers[depth].family[k]
    let v = 0
    while (start[v + 1] <= family) v++
    choice[v] = family
    k = layers[depth].from[k]
  }
  return choice
}
