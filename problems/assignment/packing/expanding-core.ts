import type { Ledger, Steps } from '../../../src/run/index.ts'
import { isExact } from './load-limit.ts'
import { emptyStates, History, roomFor } from './state-list.ts'

/** Items that are taken or left; every weight is positive and at most the capacity, every value positive. */
interface CoreItems {
  readonly value: Float64Array
  readonly weight: Float64Array
  readonly capacity: number
}

/** States merged between two looks at the allowance. */
const chunk = 4096

interface Merge {
  readonly item: number
  /** +1 offers an item, −1 takes one back. */
  readonly sign: 1 | -1
  /** Value per weight of the next item to be offered, and of the next to be taken back. */
  readonly next: number
  readonly last: number
  kept: number
  toggled: number
  /** The value of the heaviest state so far. */
  high: number
}

/**
 * The knapsack by dynamic programming over an expanding core (Pisinger 1997, "A minimal algorithm for the 0-1 knapsack
 * problem"): items by falling density, all before the first that does not fit are taken; then items after it are offered
 * and items before it taken back, nearest first. States are kept by rising weight and value; those whose linear bound is no
 * better than the best are forgotten. It ends when none is left, which proves the best.
 */
export class ExpandingCore {
  /** The best value so far. */
  best: number
  /** No selection is worth more. */
  readonly bound: number
  private readonly order: ArrayLike<number>
  private readonly value: Float64Array
  private readonly weight: Float64Array
  private readonly capacity: number
  /** The items before it, in the order, fit together. */
  private readonly breakAt: number
  private readonly breakValue: number
  private readonly breakWeight: number
  /** Values nearer than this are equal; 0 where sums are exact. */
  readonly grain: number
  private readonly whole: boolean
  private states = emptyStates(chunk)
  private spare = emptyStates(chunk)
  private readonly history = new History()
  /** Where the items toggled from the break solution begin; −1 while the greedy selection is the best. */
  private bestNode = -1
  private readonly greedy: number[] = []

  /** `order` is that of `byDensity`. */
  constructor({ value, weight, capacity }: CoreItems, order: ArrayLike<number>) {
    this.order = order
    this.value = Float64Array.from(order, (k) => value[k])
    this.weight = Float64Array.from(order, (k) => weight[k])
    this.capacity = capacity
    this.whole = isExact(value)
    this.grain = this.whole ? 0 : 1e-9 * value.reduce((most, v) => Math.max(most, v), 0)
    let [at, used, worth] = [0, 0, 0]
    for (; at < value.length && used + this.weight[at] <= capacity; at++) {
      used += this.weight[at]
      worth += this.value[at]
    }
    this.breakAt = at
    this.breakValue = worth
    this.breakWeight = used
    this.best = worth + this.fill(at, used)
    this.bound = this.rounded(worth + (at < value.length ? (capacity - used) * this.density(at) : 0))
  }

  /** The selection behind `best`, by index of the items as given. */
  chosen(): Uint8Array {
    const taken = new Uint8Array(this.order.length)
    for (let k = 0; k < this.breakAt; k++) taken[this.order[k]] = 1
    const toggled = this.bestNode < 0 ? this.greedy : this.history.path(this.bestNode)
    for (const k of toggled) taken[this.order[k]] ^= 1
    return taken
  }

  /** Runs to the proof, or until the ledger is stopped; `told` is called after every better selection. */
  *run<Find>(ledger: Ledger<Find>, told: () => void): Steps<Find> {
    Object.assign(this.states, { count: 1 })
    this.states.weight[0] = this.breakWeight
    this.states.value[0] = this.breakValue
    this.states.node[0] = -1
    let [left, right] = [this.breakAt - 1, this.breakAt]
    for (let turn = 0; this.states.count > 0 && (left >= 0 || right < this.order.length); turn++) {
      const add = right < this.order.length && (turn % 2 === 0 || left < 0)
      const item = add ? right++ : left--
      if (this.hopeless(item, add ? 1 : -1)) {
        if (ledger.spend(4)) yield* ledger.settle()
      } else yield* this.merge(item, add ? 1 : -1, [left, right], ledger, told)
      if (ledger.stopped) return
    }
  }

  private density(item: number): number {
    return this.value[item] / this.weight[item]
  }

  /** Whatever still fits after the break item. */
  private fill(from: number, used: number): number {
    let worth = 0
    for (let k = from; k < this.order.length; k++) {
      if (used + this.weight[k] > this.capacity) continue
      used += this.weight[k]
      worth += this.value[k]
      this.greedy.push(k)
    }
    return worth
  }

  /** The test of Dembo and Hammer (1980): no selection with this item toggled is better than the best. */
  private hopeless(item: number, sign: 1 | -1): boolean {
    const { breakAt, value, weight } = this
    if (breakAt >= value.length) return true
    const room = this.capacity - this.breakWeight - sign * weight[item]
    return this.rounded(this.breakValue + sign * value[item] + room * this.density(breakAt)) <= this.best + this.grain
  }

  private rounded(bound: number): number {
    return this.whole ? Math.floor(bound + 1e-6) : bound
  }

  private *merge<Find>(
    item: number,
    sign: 1 | -1,
    [left, right]: readonly [number, number],
    ledger: Ledger<Find>,
    told: () => void,
  ): Steps<Find> {
    const next = right < this.order.length ? this.density(right) : 0
    const last = left >= 0 ? this.density(left) : Number.POSITIVE_INFINITY
    const merge = { item, sign, next, last, kept: 0, toggled: 0, high: Number.NEGATIVE_INFINITY }
    this.spare = roomFor(this.spare, 2 * this.states.count)
    const root = yield* ledger.through(this.history.reserve(this.states.count, this.states, this.bestNode))
    if (root === null) return
    this.bestNode = root
    while (merge.toggled < this.states.count || merge.kept < this.states.count) {
      if (ledger.stopped) return
      const before = this.best
      const merged = this.mergeSome(merge)
      if (this.best > before) told()
      if (ledger.spend(merged)) yield* ledger.settle()
    }
    const done = this.states
    this.states = this.spare
    this.spare = done
  }

  /**
   * A chunk of the merge of all states with themselves, the item toggled: those not heavier and worth more than another go
   * on, unless their linear bound is no better than the best. A hot kernel.
   */
  private mergeSome(merge: Merge): number {
    const { item, sign, next, last } = merge
    const { weight, value, node, count } = this.states
    const { capacity, history, spare } = this
    const [byWeight, byValue] = [sign * this.weight[item], sign * this.value[item]]
    const slack = this.whole ? 1 - 1e-6 : this.grain
    let { kept, toggled, high } = merge
    let out = spare.count
    let limit = this.best + slack
    let work = 0
    for (; work < chunk && (kept < count || toggled < count); work++) {
      const [ownWeight, newWeight] = [weight[kept], weight[toggled] + byWeight]
      const [ownValue, newValue] = [value[kept], value[toggled] + byValue]
      const own =
        toggled >= count ||
        (kept < count && (ownWeight < newWeight || (ownWeight === newWeight && ownValue >= newValue)))
      const from = own ? kept++ : toggled++
      const stateValue = own ? ownValue : newValue
      if (stateValue <= high) continue
      high = stateValue
      const room = capacity - (own ? ownWeight : newWeight)
      const better = room >= 0 && stateValue > this.best + this.grain
      const bound = room > 0 ? stateValue + room * next : room === 0 ? stateValue : stateValue + room * last
      if (!better && !(bound >= limit)) continue
      const at = own ? node[from] : history.push(item, node[from])
      if (better) {
        this.best = stateValue
        this.bestNode = at
        limit = stateValue + slack
        if (!(bound >= limit)) continue
      }
      spare.weight[out] = capacity - room
      spare.value[out] = stateValue
      spare.node[out++] = at
    }
    spare.count = out
    Object.assign(merge, { kept, toggled, high })
    return work
  }
}
