import { Unsupported } from '../errors.ts'
import type { Group, Permutation, Qubo, Subset } from '../qubo/index.ts'
import { type Random, shuffled } from '../run/index.ts'
import { fieldsAt } from './descent.ts'
import { nativeGroups } from './exhaust-tree.ts'
import { type PairTable, pairTable } from './pair-table.ts'

/** Windows of a permutation that are rotated or reversed hold at most this many positions. */
const widestWindow = 24

/** Where a bit belongs: nowhere (-1), or to group `owner` at place `place` of its members. */
interface Layout {
  readonly groups: readonly Group[]
  readonly owner: Int32Array
  readonly place: Int32Array
}

/**
 * A point that keeps every native group, with its fields and one proposed move: the bits it changes, by how much, and
 * what that costs. Propose, then either `apply` or propose again.
 */
export class GroupState {
  readonly x: Int8Array
  energy = 0
  /** Of the move proposed last. */
  cost = 0
  count = 0
  private readonly field: Float64Array
  private readonly which = new Int32Array(2 * widestWindow)
  private readonly step = new Int8Array(2 * widestWindow)
  /** Per one-hot group its place that is 1; per permutation the item at each position; per subset all places, the ones first. */
  private readonly chosen: Int32Array[]
  /** Per permutation the position of each item; per subset where each place stands among all. */
  private readonly positionOf: Int32Array[]
  private readonly pair: PairTable
  private readonly qubo: Qubo
  private readonly layout: Layout
  private readonly random: Random

  constructor(qubo: Qubo, random: Random) {
    this.qubo = qubo
    this.random = random
    this.pair = pairTable(qubo)
    this.layout = layoutOf(qubo)
    this.x = new Int8Array(qubo.size)
    const drawn = this.layout.groups.map((group) => this.drawGroup(group))
    this.chosen = drawn.map((d) => d.chosen)
    this.positionOf = drawn.map((d) => d.positionOf)
    for (let i = 0; i < qubo.size; i++) if (this.layout.owner[i] < 0) this.x[i] = random.uint32() & 1
    this.field = fieldsAt(qubo, this.x)
  }

  private drawGroup(group: Group): { chosen: Int32Array; positionOf: Int32Array } {
    if (group.kind === 'one-hot') {
      const chosen = Int32Array.of(this.random.below(group.members.length))
      this.x[group.members[chosen[0]]] = 1
      return { chosen, positionOf: chosen }
    }
    const chosen = shuffled(group.kind === 'subset' ? group.members.length : group.order, this.random)
    const positionOf = new Int32Array(chosen.length)
    chosen.forEach((item, position) => {
      positionOf[item] = position
      if (group.kind === 'permutation') this.x[group.members[item * group.order + position]] = 1
      else if (position < group.count) this.x[group.members[item]] = 1
    })
    return { chosen, positionOf }
  }

  /**
   * A random legal move: a free bit flips, a 0 of a group becomes 1, a bit of a subset changes places with one that is
   * not like it. From either end the same move is as likely. False when the draw was idle.
   */
  propose(): boolean {
    this.count = 0
    const bit = this.random.below(this.qubo.size)
    const owner = this.layout.owner[bit]
    if (owner < 0) this.change(bit, 1 - 2 * this.x[bit])
    else {
      const group = this.layout.groups[owner]
      if (group.kind === 'subset') this.proposeSwap(group, owner, bit)
      else if (this.x[bit] === 1) return false
      else if (group.kind === 'one-hot') {
        this.change(group.members[this.chosen[owner][0]], -1)
        this.change(bit, 1)
      } else this.proposeOrder(group, owner, this.layout.place[bit])
    }
    this.cost = this.costOfMove()
    return this.count > 0
  }

  /** The bit and a random member of the other value; nothing where all members are alike. */
  private proposeSwap({ members, count }: Subset, owner: number, bit: number): void {
    const isOne = this.x[bit] === 1
    const unlike = isOne ? members.length - count : count
    if (unlike === 0) return
    const other = members[this.chosen[owner][(isOne ? count : 0) + this.random.below(unlike)]]
    this.change(isOne ? bit : other, -1)
    this.change(isOne ? other : bit, 1)
  }

  /** Half swaps of two items' positions, a quarter each moving one item along, and turning a window round. */
  private proposeOrder(group: Permutation, owner: number, place: number): void {
    const item = Math.floor(place / group.order)
    const here = this.positionOf[owner][item]
    const kind = this.random.uint32() >>> 29
    if (kind >= 4 || group.order < 3) {
      const there = place % group.order
      this.exchange(group, here, item, this.chosen[owner][there])
      this.exchange(group, there, this.chosen[owner][there], item)
      return
    }
    const length = 2 + this.random.below(Math.min(group.order, widestWindow) - 1)
    for (let k = 0; k < length; k++) {
      const from = kind < 2 ? length - 1 - k : kind === 2 ? (k + 1) % length : (k + length - 1) % length
      this.exchange(
        group,
        this.around(group, here + k),
        this.at(group, owner, here + k),
        this.at(group, owner, here + from),
      )
    }
  }

  private around(group: Permutation, position: number): number {
    return position < group.order ? position : position - group.order
  }

  private at(group: Permutation, owner: number, position: number): number {
    return this.chosen[owner][this.around(group, position)]
  }

  private exchange({ members, order }: Permutation, position: number, leaving: number, coming: number): void {
    if (leaving === coming) return
    this.change(members[leaving * order + position], -1)
    this.change(members[coming * order + position], 1)
  }

  private change(bit: number, step: number): void {
    this.which[this.count] = bit
    this.step[this.count++] = step
  }

  /** Σ step·field + Σ_{a<b} step·step·q over the bits that change. */
  private costOfMove(): number {
    const { which, step, count, field, pair } = this
    let cost = 0
    for (let a = 0; a < count; a++) {
      let local = field[which[a]]
      for (let b = 0; b < a; b++) local += step[b] * pair(which[a], which[b])
      cost += step[a] * local
    }
    return cost
  }

  /** Carries the proposed move out; returns the couplings visited. */
  apply(): number {
    const { rowStart, column, value } = this.qubo
    const { field } = this
    let visited = 0
    for (let c = 0; c < this.count; c++) {
      const bit = this.which[c]
      const step = this.step[c]
      const end = rowStart[bit + 1]
      visited += end - rowStart[bit]
      this.x[bit] += step
      for (let k = rowStart[bit]; k < end; k++) field[column[k]] += step * value[k]
      if (step > 0) this.settle(bit)
    }
    this.energy += this.cost
    return visited
  }

  /** Notes that this bit of a group is the one that is 1. */
  private settle(bit: number): void {
    const owner = this.layout.owner[bit]
    if (owner < 0) return
    const group = this.layout.groups[owner]
    const place = this.layout.place[bit]
    if (group.kind === 'one-hot') this.chosen[owner][0] = place
    else if (group.kind === 'subset') this.trade(owner, this.layout.place[this.which[0]], place)
    else {
      const item = Math.floor(place / group.order)
      this.chosen[owner][place % group.order] = item
      this.positionOf[owner][item] = place % group.order
    }
  }

  /** Two places of a subset change their standing. */
  private trade(owner: number, leaving: number, coming: number): void {
    const { [owner]: order } = this.chosen
    const { [owner]: standing } = this.positionOf
    const [from, to] = [standing[leaving], standing[coming]]
    order[from] = coming
    order[to] = leaving
    standing[coming] = from
    standing[leaving] = to
  }
}

function layoutOf(qubo: Qubo): Layout {
  const groups = nativeGroups(qubo)
  const owner = new Int32Array(qubo.size).fill(-1)
  const place = new Int32Array(qubo.size)
  groups.forEach((group, g) => {
    group.members.forEach((bit, k) => {
      if (owner[bit] >= 0) throw new Unsupported(`bit ${bit} is in two native groups`)
      owner[bit] = g
      place[bit] = k
    })
  })
  return { groups, owner, place }
}
