import { lineOf } from './dispatch.ts'
import type { Shop } from './shop.ts'

/**
 * Orders of the operations on every machine, and what follows from them: when each operation ends at the earliest
 * (`ends`) and how long it takes from its start to the end of all (`rest`), along the longest paths of the disjunctive
 * graph (Roy and Sussmann 1964). Number `size` stands for "none".
 */
export class MachineOrders {
  readonly size: number
  /** Predecessor and successor in the job, on the machine. */
  readonly jobBefore: Int32Array
  readonly jobAfter: Int32Array
  readonly before: Int32Array
  readonly after: Int32Array
  /** The operations of all machines in their orders, machine after machine; where each stands. */
  readonly sequence: Int32Array
  readonly standing: Int32Array
  readonly ends: Int32Array
  readonly rest: Int32Array
  readonly duration: Int32Array
  makespan = 0
  /** All operations so that none comes before one it waits for; where each stands. */
  private readonly line: Int32Array
  private readonly place: Int32Array
  private readonly marked: Uint8Array
  private readonly buffer: Int32Array
  private readonly shop: Shop

  constructor(shop: Shop) {
    const { size, jobOf } = shop
    this.shop = shop
    this.size = size
    const list = () => new Int32Array(size + 1).fill(size)
    this.jobBefore = list()
    this.jobAfter = list()
    for (let o = 1; o < size; o++) {
      if (jobOf[o] !== jobOf[o - 1]) continue
      this.jobBefore[o] = o - 1
      this.jobAfter[o - 1] = o
    }
    this.before = list()
    this.after = list()
    this.sequence = new Int32Array(size)
    this.standing = list()
    this.ends = new Int32Array(size + 1)
    this.rest = new Int32Array(size + 1)
    this.duration = new Int32Array(size + 1)
    this.duration.set(shop.duration)
    this.line = new Int32Array(size)
    this.place = new Int32Array(size + 1)
    this.marked = new Uint8Array(size + 1)
    this.buffer = new Int32Array(size)
  }

  /** Takes the orders of a schedule, or of any keys that do not fall along a job; operations without duration stand nowhere. */
  load(key: ArrayLike<number>): void {
    const { shop, size, line, place, sequence, standing, before, after } = this
    line.set(lineOf(shop, key))
    const at = new Int32Array(shop.machines + 1)
    for (let o = 0; o < size; o++) if (shop.duration[o] > 0) at[shop.machineOf[o] + 1]++
    for (let m = 0; m < shop.machines; m++) at[m + 1] += at[m]
    const last = new Int32Array(shop.machines).fill(size)
    before.fill(size)
    after.fill(size)
    for (let k = 0; k < size; k++) {
      const o = line[k]
      place[o] = k
      if (shop.duration[o] === 0) continue
      const machine = shop.machineOf[o]
      standing[o] = at[machine]++
      sequence[standing[o]] = o
      before[o] = last[machine]
      if (last[machine] < size) after[last[machine]] = o
      last[machine] = o
    }
    this.sweep(0, size - 1)
  }

  /** The earliest starts. */
  starts(): Int32Array {
    return this.ends.subarray(0, this.size).map((end, o) => end - this.duration[o])
  }

  /**
   * Moves u to right after v (`forward`), or v to right before u; v stands somewhere after u on the same machine. Answers
   * the operations visited, or 0 when that would close a cycle: then nothing is changed.
   */
  move(u: number, v: number, forward: boolean): number {
    const from = this.place[u]
    const to = this.place[v]
    if (!(forward ? this.markAfter(u, v, from, to) : this.markBefore(u, v, from, to))) return 0
    this.parted(from, to, forward ? 0 : 1)
    this.rotate(this.standing[u], this.standing[v], forward)
    return this.sweep(from, to) + to - from
  }

  /** Marks u and what must follow it, in the part of the line up to v, were u after v; false when v is among them. */
  private markAfter(u: number, v: number, from: number, to: number): boolean {
    const { line, marked, jobBefore, before } = this
    marked[u] = 1
    for (let k = from + 1; k <= to; k++) {
      const o = line[k]
      marked[o] = marked[jobBefore[o]] | (before[o] === u ? 0 : marked[before[o]])
    }
    return marked[v] === 0 || this.unmark(from, to)
  }

  /** Marks v and what must precede it, in the part of the line from u, were v before u; false when u is among them. */
  private markBefore(u: number, v: number, from: number, to: number): boolean {
    const { line, marked, jobAfter, after } = this
    marked[v] = 1
    for (let k = to - 1; k >= from; k--) {
      const o = line[k]
      marked[o] = marked[jobAfter[o]] | (after[o] === v ? 0 : marked[after[o]])
    }
    return marked[u] === 0 || this.unmark(from, to)
  }

  private unmark(from: number, to: number): false {
    for (let k = from; k <= to; k++) this.marked[this.line[k]] = 0
    return false
  }

  /** Reorders a part of the line: first those whose mark is `first`, then the others, else as before; clears the marks. */
  private parted(from: number, to: number, first: number): void {
    const { line, place, marked, buffer } = this
    let kept = 0
    let at = from
    for (let k = from; k <= to; k++) {
      const o = line[k]
      if (marked[o] === first) line[at++] = o
      else buffer[kept++] = o
    }
    for (let k = 0; k < kept; k++) line[at + k] = buffer[k]
    for (let k = from; k <= to; k++) {
      place[line[k]] = k
      marked[line[k]] = 0
    }
  }

  private rotate(low: number, high: number, forward: boolean): void {
    const { sequence, standing, before, after, size } = this
    const left = before[sequence[low]]
    const right = after[sequence[high]]
    if (forward) {
      const u = sequence[low]
      sequence.copyWithin(low, low + 1, high + 1)
      sequence[high] = u
    } else {
      const v = sequence[high]
      sequence.copyWithin(low + 1, low, high)
      sequence[low] = v
    }
    let previous = left
    for (let k = low; k <= high; k++) {
      const o = sequence[k]
      standing[o] = k
      before[o] = previous
      if (previous < size) after[previous] = o
      previous = o
    }
    after[previous] = right
    if (right < size) before[right] = previous
  }

  /** Recomputes the ends from place `from` on and the rests from place `to` back; answers how many. */
  private sweep(from: number, to: number): number {
    const { size, line, jobBefore, jobAfter, before, after, ends, rest, duration } = this
    for (let k = from; k < size; k++) {
      const o = line[k]
      const a = ends[jobBefore[o]]
      const b = ends[before[o]]
      ends[o] = Math.max(a, b) + duration[o]
    }
    for (let k = to; k >= 0; k--) {
      const o = line[k]
      const a = rest[jobAfter[o]]
      const b = rest[after[o]]
      rest[o] = Math.max(a, b) + duration[o]
    }
    let makespan = 0
    const { first, jobs } = this.shop
    for (let j = 1; j <= jobs; j++) if (ends[first[j] - 1] > makespan) makespan = ends[first[j] - 1]
    this.makespan = makespan
    return size - from + to + 1
  }
}
