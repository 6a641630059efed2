import type { Random } from '../../../src/run/index.ts'
import type { MachineOrders } from './machine-orders.ts'
import { operationsOf, type Shop } from './shop.ts'

/**
 * Tabu search over machine orders. Moves: an operation of a critical block goes behind the block's last or before its
 * first, or the first or last goes inside (N6 of Balas and Vazacopoulos 1998, N7 of Zhang, Li, Guan and Rao 2007); the
 * first block has no useful front, the last no useful back (Nowicki and Smutnicki 1996). Moves are valued by the heads
 * and tails of the operations moved (Taillard 1994; Balas and Vazacopoulos 1998). What a machine had where is tabu for
 * a while (Zhang et al. 2007), remembered as a hash.
 */
export class JobShopTabu {
  /** The best makespan since `begin`, and its starts. */
  best = 0
  bestStarts: Int32Array
  /** Steps since the best got better. */
  idle = 0
  private step = 0
  private readonly orders: MachineOrders
  private readonly random: Random
  private readonly shop: Shop
  private readonly tenure: number
  /** Of two operations of a machine, until which step the first must not come before the second (again). */
  private readonly until: Int32Array
  /** Where an operation's row begins there, and its column. */
  private readonly width: Int32Array
  private readonly local: Int32Array
  private readonly path: Int32Array
  private readonly trialEnds: Int32Array
  /** The move chosen, and among how many equals. */
  private chosen = { u: -1, v: -1, forward: true, value: 0, equals: 0 }
  private fallback = { u: -1, v: -1, forward: true, seen: 0 }
  private looked = 0

  constructor(shop: Shop, orders: MachineOrders, random: Random) {
    this.shop = shop
    this.orders = orders
    this.random = random
    this.bestStarts = new Int32Array(shop.size)
    this.tenure = 6 + Math.ceil(shop.jobs / Math.max(1, shop.machines))
    this.width = new Int32Array(shop.size)
    this.local = new Int32Array(shop.size)
    let cells = 0
    for (const list of operationsOf(shop)) {
      list.forEach((o, k) => {
        this.local[o] = k
        this.width[o] = cells + k * list.length
      })
      cells += list.length ** 2
    }
    this.until = new Int32Array(cells)
    this.path = new Int32Array(shop.size)
    this.trialEnds = new Int32Array(shop.size + 1)
  }

  /** Starts anew from what the orders are now. */
  begin(): void {
    this.until.fill(0)
    this.step = 1
    this.idle = 0
    this.best = this.orders.makespan
    this.bestStarts = this.orders.starts()
  }

  /** One step; answers the work it took, or −1 when no move is left (then the schedule is optimal). */
  advance(): number {
    const { orders, chosen, fallback } = this
    const length = this.criticalPath()
    chosen.value = Number.POSITIVE_INFINITY
    chosen.u = fallback.u = -1
    fallback.seen = 0
    this.looked = 0
    this.lookAtBlocks(length)
    if (chosen.u < 0 && fallback.seen === 0) return -1
    const { u, v, forward } = chosen.u < 0 ? fallback : chosen
    this.step++
    this.idle++
    this.forbid(u, v, forward)
    const visited = orders.move(u, v, forward)
    if (orders.makespan < this.best) {
      this.best = orders.makespan
      this.bestStarts = orders.starts()
      this.idle = 0
    }
    return 40 + length + this.looked + (visited >> 1)
  }

  /** A critical path, from its first operation; of two ways on, either. */
  private criticalPath(): number {
    const { path, random, shop } = this
    const { ends, rest, jobAfter, after, makespan, size, duration } = this.orders
    let at = -1
    let seen = 0
    for (let j = 0; j < shop.jobs; j++) {
      const o = shop.first[j]
      if (ends[o] === duration[o] && rest[o] === makespan && random.below(++seen) === 0) at = o
    }
    let length = 0
    for (let o = at; o < size; ) {
      path[length++] = o
      const onJob = jobAfter[o]
      const onMachine = after[o]
      const left = makespan - ends[o]
      const goesJob = onJob < size && rest[onJob] === left && ends[onJob] - duration[onJob] === ends[o]
      const goesMachine =
        onMachine < size && rest[onMachine] === left && ends[onMachine] - duration[onMachine] === ends[o]
      if (goesJob && goesMachine) o = random.uint32() & 1 ? onJob : onMachine
      else o = goesJob ? onJob : goesMachine ? onMachine : size
    }
    return length
  }

  private lookAtBlocks(length: number): void {
    const { path } = this
    const { after } = this.orders
    for (let from = 0; from < length; ) {
      let to = from
      while (to + 1 < length && after[path[to]] === path[to + 1]) to++
      if (to > from) this.lookAtBlock(from, to, from === 0, to === length - 1)
      from = to + 1
    }
  }

  private lookAtBlock(from: number, to: number, isFirst: boolean, isLast: boolean): void {
    const { path } = this
    const first = path[from]
    const last = path[to]
    if (to === from + 1) {
      if (!(isFirst && isLast)) this.look(first, last, true)
      return
    }
    for (let k = from; k < to; k++) {
      if (!isLast) this.look(path[k], last, true)
      if (!isFirst) this.look(first, path[k + 1], false)
    }
    // The first goes inside, behind k; the last before k. Adjacent swaps and whole turns are among the moves above.
    for (let k = from + 1; k < to; k++) {
      if (!isFirst) this.look(first, path[k], true)
      if (!isLast) this.look(path[k], last, false)
    }
  }

  /** Considers moving u right behind v (`forward`), or v right before u. */
  private look(u: number, v: number, forward: boolean): void {
    const { orders, chosen, fallback, random, shop } = this
    const { rest, ends, jobAfter, jobBefore, standing } = orders
    if (shop.jobOf[u] === shop.jobOf[v]) return
    // No path from u's successor in the job to v, or from u to v's predecessor: then no cycle (Balas and Vazacopoulos 1998).
    if (forward ? rest[v] < rest[jobAfter[u]] : ends[u] < ends[jobBefore[v]]) {
      if (orders.after[u] !== v) return
    }
    const value = forward ? this.valueBehind(standing[u], standing[v]) : this.valueBefore(standing[u], standing[v])
    if (value >= this.best && this.isTabu(u, v, forward)) {
      if (random.below(++fallback.seen) !== 0) return
      fallback.u = u
      fallback.v = v
      fallback.forward = forward
      return
    }
    if (value > chosen.value) return
    chosen.equals = value < chosen.value ? 1 : chosen.equals + 1
    chosen.value = value
    if (chosen.equals > 1 && random.below(chosen.equals) !== 0) return
    chosen.u = u
    chosen.v = v
    chosen.forward = forward
  }

  /** The longest path through the operations moved, were the one at `low` behind the one at `high`. */
  private valueBehind(low: number, high: number): number {
    const { sequence, ends, rest, duration, jobBefore, jobAfter, before, after } = this.orders
    const { trialEnds } = this
    this.looked += 2 * (high - low + 1)
    const u = sequence[low]
    let last = ends[before[u]]
    for (let k = low + 1; k <= high; k++) {
      const o = sequence[k]
      const ready = ends[jobBefore[o]]
      last = Math.max(ready, last) + duration[o]
      trialEnds[o] = last
    }
    const ready = ends[jobBefore[u]]
    last = Math.max(ready, last)
    const onJob = rest[jobAfter[u]]
    let next = rest[after[sequence[high]]]
    next = Math.max(onJob, next) + duration[u]
    let value = last + next
    for (let k = high; k > low; k--) {
      const o = sequence[k]
      const tail = rest[jobAfter[o]]
      next = Math.max(tail, next)
      if (trialEnds[o] + next > value) value = trialEnds[o] + next
      next += duration[o]
    }
    return value
  }

  /** The same, were the one at `high` before the one at `low`. */
  private valueBefore(low: number, high: number): number {
    const { sequence, ends, rest, duration, jobBefore, jobAfter, before, after } = this.orders
    const { trialEnds } = this
    this.looked += 2 * (high - low + 1)
    const v = sequence[high]
    let last = ends[before[sequence[low]]]
    const ready = ends[jobBefore[v]]
    last = Math.max(ready, last) + duration[v]
    trialEnds[v] = last
    for (let k = low; k < high; k++) {
      const o = sequence[k]
      const own = ends[jobBefore[o]]
      last = Math.max(own, last) + duration[o]
      trialEnds[o] = last
    }
    let next = rest[after[v]]
    let value = 0
    for (let k = high - 1; k >= low; k--) {
      const o = sequence[k]
      const tail = rest[jobAfter[o]]
      next = Math.max(tail, next)
      if (trialEnds[o] + next > value) value = trialEnds[o] + next
      next += duration[o]
    }
    const tail = rest[jobAfter[v]]
    next = Math.max(tail, next)
    return Math.max(trialEnds[v] + next, value)
  }

  /** Whether the move would restore an order of two operations that was given up lately. */
  private isTabu(u: number, v: number, forward: boolean): boolean {
    const { until, local, width, step } = this
    const { sequence, standing } = this.orders
    this.looked += standing[v] - standing[u]
    if (forward) {
      const row = local[u]
      for (let k = standing[u] + 1; k <= standing[v]; k++) if (until[width[sequence[k]] + row] > step) return true
    } else {
      const row = width[v]
      for (let k = standing[v] - 1; k >= standing[u]; k--) if (until[row + local[sequence[k]]] > step) return true
    }
    return false
  }

  /** What the move gives up stays given up for a while; `u` is moved behind `v`, or `v` before `u`. */
  private forbid(u: number, v: number, forward: boolean): void {
    const { until, local, width, random, tenure } = this
    const { sequence, standing } = this.orders
    const end = this.step + tenure + random.below(tenure)
    if (forward) {
      const row = width[u]
      for (let k = standing[u] + 1; k <= standing[v]; k++) until[row + local[sequence[k]]] = end
    } else {
      const row = local[v]
      for (let k = standing[v] - 1; k >= standing[u]; k--) until[width[sequence[k]] + row] = end
    }
  }
}
