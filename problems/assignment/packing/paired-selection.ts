import { atOnce, type Pieces, type Random } from '../../../src/run/index.ts'
import type { PairedItems } from './quadratic-knapsack-input.ts'

/** What a selection is worth: its items and the pairs among them, added up in their order. */
export function pairedValue({ size, value, shared }: PairedItems, taken: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < size; i++) {
    if (!taken[i]) continue
    total += value[i]
    for (let j = 0; j < i; j++) if (taken[j]) total += shared[i * size + j]
  }
  return total
}

/** A selection that fits, changed item by item; `gain[i]` is what item i is worth beside the others taken. */
export class PairedSelection {
  readonly taken: Uint8Array
  readonly gain: Float64Array
  value = 0
  room: number
  /** Items may be toggled again after this step. */
  private readonly tabu: Int32Array
  private readonly candidates: Int32Array
  private readonly leastShared: number
  private step = 0

  constructor(private readonly items: PairedItems) {
    this.taken = new Uint8Array(items.size)
    this.gain = items.value.slice()
    this.room = items.capacity
    this.tabu = new Int32Array(items.size)
    this.candidates = new Int32Array(items.size)
    this.leastShared = items.shared.reduce((least, value) => Math.min(least, value), 0)
  }

  toggle(i: number): void {
    const { size, shared, weight } = this.items
    const { gain, taken } = this
    const sign = taken[i] ? -1 : 1
    this.value += sign * gain[i]
    this.room -= sign * weight[i]
    taken[i] ^= 1
    for (let j = 0, at = i * size; j < size; j++) gain[j] += sign * shared[at + j]
  }

  /** What is least worth per weight goes (Billionnet and Calmels 1996). */
  dropWorst(): void {
    const { size, weight } = this.items
    let worst = -1
    for (let i = 0; i < size; i++) {
      if (!this.taken[i] || weight[i] === 0) continue
      if (worst < 0 || this.gain[i] * weight[worst] < this.gain[worst] * weight[i]) worst = i
    }
    this.toggle(worst)
  }

  /** What fits, is not shunned and is worth most per weight comes in, until nothing does. Toggles it made. */
  fill(shunned?: ReadonlySet<number>): number {
    return atOnce(this.filling(shunned))
  }

  /** The same, item by item. */
  *filling(shunned?: ReadonlySet<number>): Pieces<number> {
    const { size, weight } = this.items
    for (let toggles = 0; ; toggles++) {
      let pick = -1
      for (let i = 0; i < size; i++) {
        if (this.taken[i] || weight[i] > this.room || this.gain[i] <= 0 || shunned?.has(i)) continue
        if (pick < 0 || this.gain[i] * weight[pick] > this.gain[pick] * weight[i]) pick = i
      }
      yield size >> 1
      if (pick < 0) return toggles
      this.toggle(pick)
    }
  }

  /** To another selection. */
  become(taken: ArrayLike<number>): void {
    for (let i = 0; i < this.taken.length; i++) if (this.taken[i] !== taken[i]) this.toggle(i)
  }

  /** Nothing is tabu any more. */
  forget(): void {
    this.tabu.fill(0)
    this.step = 0
  }

  /**
   * One step of tabu search: the best addition, removal or exchange that fits, is not tabu, or leads above `best`. Nothing but
   * additions are looked at where one helps. A hot kernel; its work is about inside × outside.
   */
  move(best: number, random: Random): number {
    const { size, shared, weight } = this.items
    const { taken, gain, tabu, room, candidates, leastShared } = this
    const now = ++this.step
    const wanted = best - this.value
    let most = Number.NEGATIVE_INFINITY
    let out = -1
    let into = -1
    let work = size
    for (let j = 0; j < size; j++) {
      if (taken[j] || weight[j] > room || gain[j] <= most) continue
      if (tabu[j] >= now && gain[j] <= wanted) continue
      most = gain[j]
      into = j
    }
    if (most <= 0) {
      let outside = 0
      let highest = Number.NEGATIVE_INFINITY
      for (let j = 0; j < size; j++) {
        if (taken[j]) continue
        candidates[outside++] = j
        if (gain[j] > highest) highest = gain[j]
      }
      for (let i = 0; i < size; i++) {
        if (!taken[i]) continue
        const [free, own, blocked, row] = [room + weight[i], gain[i], tabu[i] >= now, i * size]
        if (-own > most && !(blocked && -own <= wanted)) {
          most = -own
          out = i
          into = -1
        }
        // No exchange of this item can be above the best so far.
        if (highest - own - leastShared <= most) continue
        work += outside >> 2
        for (let k = 0; k < outside; k++) {
          const j = candidates[k]
          const change = gain[j] - own - shared[row + j]
          if (change <= most || weight[j] > free) continue
          if ((blocked || tabu[j] >= now) && change <= wanted) continue
          most = change
          out = i
          into = j
        }
      }
    }
    if (out >= 0) this.ban(out, 7 + random.below(8))
    if (into >= 0) this.ban(into, 1 + random.below(4))
    return work + size
  }

  /**
   * Until so many items more than fit are in, what is worth most per weight comes in; then, until so many have gone since
   * all fits, what is least worth per weight goes. Whoever moved stays for some steps. Returns the work.
   */
  swing(depth: number, random: Random): number {
    let toggles = 0
    for (let over = 0; over < depth && this.extreme(1, random); toggles++) if (this.room < 0) over++
    for (let under = 0; (under < depth || this.room < 0) && this.extreme(-1, random); toggles++)
      if (this.room >= 0) under++
    while (this.room < 0) this.dropWorst()
    return (1 + toggles) * this.items.size
  }

  /** Toggles the outsider of the highest worth per weight, or the insider of the lowest, if one is free to move. */
  private extreme(sign: 1 | -1, random: Random): boolean {
    const { items, taken, gain, tabu } = this
    const { size, weight, capacity } = items
    this.step++
    let pick = -1
    for (let i = 0; i < size; i++) {
      if (taken[i] === (sign > 0 ? 1 : 0) || tabu[i] >= this.step || weight[i] > capacity) continue
      if (pick < 0 || sign * gain[i] * weight[pick] > sign * gain[pick] * weight[i]) pick = i
    }
    if (pick < 0) return false
    this.ban(pick, 3 + random.below(12))
    return true
  }

  private ban(i: number, steps: number): void {
    this.toggle(i)
    this.tabu[i] = this.step + steps
  }
}
