import { type Job, Ledger, type Random, type Steps } from '../../../src/run/index.ts'
import { completeBins } from './bin-completion.ts'
import type { Parcels } from './bin-packing-input.ts'
import { bestFit, byFallingSize, fewestBins } from './first-bins.ts'

/** Nodes of bin completion before local search has its turn, and between its turns. */
const firstNodes = 4000

/**
 * Best fit decreasing, the bound L₂, then in turn minimum bin slack with random weights and bin completion, whose share
 * doubles each time; it ends when the bound is met or bin completion proves that no packing has fewer bins. Finds and result
 * say which bin each item is in.
 */
export function* binPackingSearch(parcels: Parcels, random: Random): Job<Int32Array, Int32Array> {
  const order = byFallingSize(parcels.sizes)
  const ledger = new Ledger<Int32Array>()
  const best = bestFit(parcels, order)
  yield* ledger.settle()
  if (ledger.stopped) return best.binOf
  const search = new Search(parcels, order, random, ledger, best.binOf, best.bins)
  yield* search.run()
  return search.binOf
}

class Search {
  private readonly least: number

  constructor(
    private readonly parcels: Parcels,
    private readonly order: readonly number[],
    private readonly random: Random,
    private readonly ledger: Ledger<Int32Array>,
    public binOf: Int32Array,
    private bins: number,
  ) {
    this.least = fewestBins(parcels)
    ledger.found(binOf)
    ledger.proved(this.least)
  }

  *run(): Steps<Int32Array> {
    const { ledger, order, parcels } = this
    if (ledger.spend(100 + order.length * (8 + this.bins + (order.length >> 2)))) yield* ledger.settle()
    let proven = false
    for (let nodes = firstNodes; !ledger.stopped && !proven && this.bins > this.least; nodes *= 2) {
      for (let round = 0; round < 8 && !ledger.stopped && this.bins > this.least; round++) yield* this.fillOnce(round)
      if (ledger.stopped || this.bins === this.least) break
      const completion = completeBins(parcels, order, this.bins - 1, nodes)
      for (;;) {
        const step = completion.next(0)
        if (step.done) {
          if (step.value === 'none') proven = true
          else if (step.value !== null)
            this.keep(step.value, 1 + step.value.reduce((most, bin) => Math.max(most, bin), 0))
          break
        }
        if (ledger.spend(step.value)) yield* ledger.settle()
        if (ledger.stopped) return
      }
    }
    if (ledger.stopped) return
    ledger.proved(this.bins)
    yield* ledger.close()
  }

  private keep(binOf: Int32Array, bins: number): void {
    this.binOf = binOf
    this.bins = bins
    this.ledger.found(binOf)
  }

  /**
   * Minimum bin slack (Gupta and Ho 1999; Fleszar and Hindi 2002): bin after bin is filled as full as can be around the
   * largest item left; after the first round random items come first and searches are cut.
   */
  private *fillOnce(round: number): Steps<Int32Array> {
    const { parcels, order, random, ledger } = this
    const { sizes } = parcels
    let left: readonly number[] = round === 0 ? order : blurred(sizes, order, random)
    const binOf = new Int32Array(sizes.length)
    let bins = 0
    while (left.length > 0 && bins < this.bins - 1) {
      const { chosen, work } = fullest(parcels, left, 3000)
      for (const item of chosen) binOf[item] = bins
      bins++
      const gone = new Set(chosen)
      left = left.filter((item) => !gone.has(item))
      if (ledger.spend(work + left.length)) yield* ledger.settle()
      if (ledger.stopped) return
    }
    if (left.length === 0 && bins < this.bins) this.keep(binOf, bins)
  }
}

/** By falling size, blurred by chance. */
function blurred(sizes: Float64Array, order: readonly number[], random: Random): number[] {
  const key = new Float64Array(sizes.length)
  for (const item of order) key[item] = sizes[item] * (0.75 + 0.5 * random.unit())
  return order.toSorted((a, b) => key[b] - key[a] || a - b)
}

/** The first item and those others that fill a bin best, found depth first within a number of steps. */
function fullest(
  { sizes, limit }: Parcels,
  left: readonly number[],
  most: number,
): { chosen: readonly number[]; work: number } {
  const [first, ...others] = left
  const stack: number[] = []
  let chosen: number[] = []
  let [load, heaviest, work] = [sizes[first], sizes[first], 0]
  for (let k = 0; ; work++) {
    if (heaviest === limit || work >= most) break
    while (k < others.length && load + sizes[others[k]] > limit) {
      k++
      work++
    }
    if (k < others.length) {
      stack.push(k)
      load += sizes[others[k++]]
      if (load <= heaviest) continue
      heaviest = load
      chosen = stack.map((at) => others[at])
      continue
    }
    const back = stack.pop()
    if (back === undefined) break
    load -= sizes[others[back]]
    k = back + 1
  }
  return { chosen: [first, ...chosen], work: 4 * work + 8 }
}
