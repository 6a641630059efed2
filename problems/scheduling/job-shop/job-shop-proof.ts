import { findEdges, type MachineWindow } from './edge-finding.ts'
import { headsAndTails, operationsOf, type Shop } from './shop.ts'

/** What is known at a node: heads and tails, and `fixed[row a + column b]` = 1 where a goes before b. */
interface Node {
  readonly head: Int32Array
  readonly tail: Int32Array
  readonly fixed: Uint8Array
  /** The pair to be ordered the other way round when this side is done. */
  before: number
  after: number
}

/**
 * Depth-first branch and bound over the orders of pairs on a machine, with immediate selection and edge finding (Carlier
 * and Pinson 1989; Brucker, Jurisch and Sievers 1994). The pair with the least slack is ordered first, and first as it has
 * more slack (Smith and Cheng 1993).
 */
export class JobShopProof {
  /** Schedules must end by then; may be lowered at any time. */
  limit: number
  /** A schedule within the limit, set when one is found. */
  found: Int32Array | null = null
  /** Pairs of operations to be ordered. */
  readonly pairs: number
  private readonly shop: Shop
  private readonly machines: readonly MachineWindow[]
  private readonly row: Int32Array
  private readonly place: Int32Array
  private readonly spare: Node[] = []
  private readonly order: Int32Array
  private readonly bound: Int32Array
  private work = 0

  constructor(shop: Shop, limit: number) {
    this.shop = shop
    this.limit = limit
    const lists = operationsOf(shop)
    this.machines = lists.map((operations) => ({ operations, duration: shop.duration }))
    this.pairs = lists.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
    this.row = new Int32Array(shop.size)
    this.place = new Int32Array(shop.size)
    const longest = lists.reduce((most, { length }) => Math.max(most, length), 1)
    this.order = new Int32Array(longest)
    this.bound = new Int32Array(longest)
    let cells = 0
    for (const list of lists) {
      list.forEach((o, k) => {
        this.place[o] = k
        this.row[o] = cells + k * list.length
      })
      cells += list.length ** 2
    }
    this.cells = cells
  }

  private readonly cells: number

  private root(): Node {
    const { head, tail } = headsAndTails(this.shop)
    return { head, tail, fixed: new Uint8Array(this.cells), before: -1, after: -1 }
  }

  /** The least limit in [low, high] that the rules alone do not refute; yields work. A bound for every schedule. */
  *leastLimit(low: number, high: number): Generator<number, number> {
    let least = low
    for (let most = high; least < most; ) {
      const middle = (least + most) >> 1
      if (this.tighten(this.root(), middle)) most = middle
      else least = middle + 1
      yield this.spent()
    }
    return least
  }

  /** Looks at all orders; yields work, and sets `found` when there is a schedule. Ends when none within the limit is left. */
  *prove(): Generator<number, void> {
    const open: Node[] = []
    let node: Node | undefined = this.root()
    while (node !== undefined) {
      if (this.tighten(node, this.limit) && this.choose(node)) {
        const { before, after } = node
        open.push(this.copy(node))
        node.fixed[this.row[before] + this.place[after]] = 1
      } else {
        this.spare.push(node)
        node = open.pop()
        if (node !== undefined) node.fixed[this.row[node.after] + this.place[node.before]] = 1
      }
      yield this.spent()
    }
  }

  private spent(): number {
    const { work } = this
    this.work = 0
    return work + 50
  }

  private copy(node: Node): Node {
    const to = this.spare.pop() ?? this.root()
    to.head.set(node.head)
    to.tail.set(node.tail)
    to.fixed.set(node.fixed)
    to.before = node.before
    to.after = node.after
    return to
  }

  /** Draws all conclusions that the rules allow; false when they contradict the limit. */
  private tighten(node: Node, limit: number): boolean {
    for (let changed = true; changed; ) {
      changed = false
      if (!this.alongJobs(node, limit)) return false
      for (const machine of this.machines) {
        const pairs = this.orderPairs(node, machine, limit)
        if (pairs < 0) return false
        const heads = findEdges(machine, node.head, node.tail, limit, this.order, this.bound)
        if (heads < 0) return false
        const tails = findEdges(machine, node.tail, node.head, limit, this.order, this.bound)
        if (tails < 0) return false
        this.work += 3 * machine.operations.length ** 2
        if (pairs + heads + tails > 0) changed = true
      }
    }
    return true
  }

  private alongJobs({ head, tail }: Node, limit: number): boolean {
    const { size, jobOf, duration } = this.shop
    this.work += size
    for (let o = 1; o < size; o++)
      if (jobOf[o] === jobOf[o - 1]) head[o] = Math.max(head[o], head[o - 1] + duration[o - 1])
    for (let o = size - 2; o >= 0; o--)
      if (jobOf[o] === jobOf[o + 1]) tail[o] = Math.max(tail[o], tail[o + 1] + duration[o + 1])
    for (let o = 0; o < size; o++) if (head[o] + duration[o] + tail[o] > limit) return false
    return true
  }

  /** Fixes the order of pairs that only one order lets end by the limit; answers what changed, −1 where neither does. */
  private orderPairs({ head, tail, fixed }: Node, { operations, duration }: MachineWindow, limit: number): number {
    const { row, place } = this
    let changed = 0
    for (let i = 1; i < operations.length; i++) {
      const a = operations[i]
      for (let k = 0; k < i; k++) {
        const b = operations[k]
        const both = duration[a] + duration[b]
        const ab = row[a] + place[b]
        const ba = row[b] + place[a]
        if (fixed[ba] === 0 && head[a] + both + tail[b] > limit) {
          fixed[ba] = 1
          changed++
        }
        if (fixed[ab] === 0 && head[b] + both + tail[a] > limit) {
          fixed[ab] = 1
          changed++
        }
        if (fixed[ab] === 1 && fixed[ba] === 1) return -1
        if (fixed[ab] === 1) changed += after(head, tail, duration, a, b)
        else if (fixed[ba] === 1) changed += after(head, tail, duration, b, a)
      }
    }
    return changed
  }

  /** The pair to order next, into the node; false when all are ordered: then its heads are a schedule. */
  private choose(node: Node): boolean {
    const { row, place, limit } = this
    const { head, tail, fixed } = node
    let least = Number.POSITIVE_INFINITY
    for (const { operations, duration } of this.machines) {
      for (let i = 1; i < operations.length; i++) {
        const a = operations[i]
        for (let k = 0; k < i; k++) {
          const b = operations[k]
          if (fixed[row[a] + place[b]] === 1 || fixed[row[b] + place[a]] === 1) continue
          const both = duration[a] + duration[b]
          const ab = limit - head[a] - both - tail[b]
          const ba = limit - head[b] - both - tail[a]
          const low = Math.min(ab, ba) + 1
          const high = Math.max(ab, ba) + 1
          const urgency = low * Math.sqrt(high / low)
          if (urgency >= least) continue
          least = urgency
          node.before = ab >= ba ? a : b
          node.after = ab >= ba ? b : a
        }
      }
    }
    this.work += 2 * this.pairs
    if (least < Number.POSITIVE_INFINITY) return true
    this.found = head.slice()
    return false
  }
}

/** b begins when a has ended. */
function after(head: Int32Array, tail: Int32Array, duration: Int32Array, a: number, b: number): number {
  let changed = 0
  if (head[b] < head[a] + duration[a]) {
    head[b] = head[a] + duration[a]
    changed++
  }
  if (tail[a] < tail[b] + duration[b]) {
    tail[a] = tail[b] + duration[b]
    changed++
  }
  return changed
}
