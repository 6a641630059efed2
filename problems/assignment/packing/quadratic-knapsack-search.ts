import { type Job, Ledger, type Random, type Steps } from '../../../src/run/index.ts'
import { isExact, loadLimit } from './load-limit.ts'
import { PairedSelection, pairedValue } from './paired-selection.ts'
import type { PairedItems } from './quadratic-knapsack-input.ts'
import { UpperPlanes } from './upper-planes.ts'

/** Up to here every selection is looked at, bounds aside. */
const provable = 24
/** Rounds of the bound, and searches between two of them. */
const rounds = 240
const between = 16
/** Tabu search ends after so many steps without a gain, and a few more for many items. */
const leastSteps = 10
/** Oscillations go so deep. */
const deepest = 6

/**
 * Finds and result are bits. Greedy removal from everything, then iterated tabu search: from the best, or the last, a part
 * is taken out and filled up greedily again (after Yang, Wang and Chu 2013, and Chen and Hao 2017), or strategic oscillation
 * leads elsewhere. In turn the bound of `UpperPlanes` is lowered. Few items are searched wholly.
 */
export function* quadraticKnapsackSearch(given: PairedItems, random: Random): Job<Uint8Array, Uint8Array> {
  const items = { ...given, capacity: loadLimit(given) }
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return new Uint8Array(items.size)
  const search = new Search(items, random, ledger)
  yield* search.begin()
  if (items.size <= provable) yield* search.prove()
  else yield* search.iterate()
  return search.best
}

class Search {
  best: Uint8Array
  private bestValue = Number.NEGATIVE_INFINITY
  private readonly selection: PairedSelection
  private readonly planes: UpperPlanes
  private readonly whole: boolean
  private readonly grain: number

  constructor(
    private readonly items: PairedItems,
    private readonly random: Random,
    private readonly ledger: Ledger<Uint8Array>,
  ) {
    this.best = new Uint8Array(items.size)
    this.selection = new PairedSelection(items)
    this.planes = new UpperPlanes(items)
    this.whole = isExact(items.value) && isExact(items.shared)
    this.grain = this.whole ? 0.5 : 1e-9 * items.value.reduce((most, v) => Math.max(most, Math.abs(v)), 1e-9)
  }

  *begin(): Steps<Uint8Array> {
    const { selection, items, ledger } = this
    this.compare()
    for (let i = 0; i < items.size; i++) {
      if (items.weight[i] > items.capacity) continue
      selection.toggle(i)
      if (ledger.spend(Math.ceil(items.size / 8))) yield* ledger.settle()
      if (ledger.stopped) return
    }
    while (selection.room < 0) {
      selection.dropWorst()
      if (ledger.spend(items.size)) yield* ledger.settle()
      if (ledger.stopped) return
    }
    yield* this.fill()
  }

  /** Greedily full, and told when better. */
  private *fill(shunned?: ReadonlySet<number>): Steps<Uint8Array> {
    const toggles = yield* this.ledger.through(this.selection.filling(shunned))
    if (toggles !== null) this.compare()
  }

  *iterate(): Steps<Uint8Array> {
    const { ledger, random, selection, items } = this
    for (let round = 0; !ledger.stopped; round++) {
      yield* this.tabu()
      if (round % between === 0 && round < rounds * between && !ledger.stopped) yield* this.lower()
      if (this.planes.bound < this.bestValue + 2 * this.grain) break
      if (ledger.stopped) return
      if (round % 6 === 5) this.restart()
      else if (random.below(3) > 0) selection.become(this.best)
      if (round % 3 === 2) {
        yield* this.swing()
        continue
      }
      const inside = selection.taken.reduce((count, t) => count + t, 0)
      const out = 2 + random.below(Math.max(1, Math.ceil(inside * (0.1 + 0.3 * random.unit()))))
      const removed = new Set<number>()
      if (round % 2 === 0) this.overfill(1 + (out >> 2))
      else for (let k = 0; k < out; k++) removed.add(this.remove(random.below(items.size)))
      if (ledger.spend(Math.ceil(((out + 20) * items.size) / 4))) yield* ledger.settle()
      if (!ledger.stopped) yield* this.fill(random.below(3) > 0 ? removed : undefined)
    }
    if (ledger.stopped) return
    ledger.proved(this.whole ? this.bestValue : this.bestValue + 2 * this.grain)
    yield* ledger.close()
  }

  /** Random items come in, whether they fit or not; what is least worth beside them goes. */
  private overfill(count: number): void {
    const { selection, items, random } = this
    for (let k = 0; k < count; k++) {
      const i = random.below(items.size)
      if (!selection.taken[i] && items.weight[i] <= items.capacity) selection.toggle(i)
    }
    while (selection.room < 0) selection.dropWorst()
  }

  /**
   * Strategic oscillation (Glover and Kochenberger 1996): by the best worth per weight more and more comes in than fits,
   * then by the worst more and more goes, deeper and deeper on both sides; who moved stays for a while.
   */
  private *swing(): Steps<Uint8Array> {
    const { selection, ledger, random } = this
    selection.forget()
    for (let depth = 1; depth <= deepest; depth++) {
      for (let passes = 2; passes > 0; passes--) {
        if (ledger.spend(selection.swing(depth, random))) yield* ledger.settle()
        const before = selection.taken.slice()
        if (!ledger.stopped) yield* this.fill()
        if (ledger.stopped) return
        selection.become(before)
      }
    }
    yield* this.fill()
  }

  /** A few random items, from which the greedy filling makes something else. */
  private restart(): void {
    const { selection, items, random } = this
    selection.become(new Uint8Array(items.size))
    for (let k = 0; k < 6; k++) {
      const i = random.below(items.size)
      if (!selection.taken[i] && items.weight[i] <= selection.room) selection.toggle(i)
    }
  }

  /** The first taken item at or after this one goes; −1 when nothing is taken. */
  private remove(from: number): number {
    const { size } = this.items
    for (let k = 0; k < size; k++) {
      const i = (from + k) % size
      if (!this.selection.taken[i]) continue
      this.selection.toggle(i)
      return i
    }
    return -1
  }

  private *tabu(): Steps<Uint8Array> {
    const { selection, ledger, random, items } = this
    selection.forget()
    const patience = leastSteps + Math.ceil(items.size / 50)
    let highest = selection.value
    for (let quiet = 0; quiet < patience; quiet++) {
      const work = selection.move(Math.max(highest, this.bestValue) + this.grain, random)
      if (selection.value > highest + this.grain) {
        highest = selection.value
        quiet = 0
        this.compare()
      }
      if (ledger.spend(work)) yield* ledger.settle()
      if (ledger.stopped) return
    }
  }

  private compare(): void {
    const { selection, items, ledger } = this
    if (selection.room < -1e-9 * items.capacity || !(selection.value > this.bestValue + this.grain)) return
    const value = pairedValue(items, selection.taken)
    if (!(value > this.bestValue)) return
    this.bestValue = value
    this.best = selection.taken.slice()
    ledger.found(this.best)
  }

  /** One more round of the bound. */
  private *lower(): Steps<Uint8Array> {
    const { planes, ledger } = this
    const before = planes.bound
    for (let done = false; !done; ) {
      done = planes.advance(this.bestValue)
      if (done && planes.bound < before) ledger.proved(this.whole ? Math.floor(planes.bound + 1e-6) : planes.bound)
      if (ledger.spend(planes.rowWork)) yield* ledger.settle()
      if (ledger.stopped) return
    }
  }

  /** Item by item, in or out; what is left counts at most with all that it could still share. */
  *prove(): Steps<Uint8Array> {
    const { items, ledger, selection } = this
    const { size, shared } = items
    if (ledger.stopped) return
    selection.become(new Uint8Array(size))
    const open = new Float64Array(size)
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) open[i] += Math.max(0, shared[i * size + j])
    yield* this.branch(0, open)
    if (ledger.stopped) return
    ledger.proved(this.whole ? this.bestValue : this.bestValue + 2 * this.grain)
    yield* ledger.close()
  }

  private *branch(i: number, open: Float64Array): Steps<Uint8Array> {
    const { items, selection, ledger } = this
    if (ledger.spend(4 + items.size)) yield* ledger.settle()
    if (ledger.stopped || i === items.size) return
    let most = selection.value
    for (let k = i; k < items.size; k++) most += Math.max(0, selection.gain[k] + open[k])
    if (most <= this.bestValue + this.grain) return
    if (items.weight[i] <= selection.room) {
      selection.toggle(i)
      this.compare()
      yield* this.branch(i + 1, open)
      selection.toggle(i)
    }
    yield* this.branch(i + 1, open)
  }
}
