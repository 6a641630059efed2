import { type Job, Ledger, type Random } from '../../src/run/index.ts'
import { RowWeighting } from './row-weighting.ts'
import { SetPrices } from './set-prices.ts'
import { costOf, restricted, type SetSystem } from './set-system.ts'

/** Exchanges between two looks at the allowance. */
const exchanges = 8

/**
 * First prices: a lower bound and good covers together. Sets whose reduced cost fills the gap between both can be in no
 * better cover and are dropped, exactly; on the rest a row weighting local search goes on until the budget or the bound is
 * met. Finds and result are a bit per set.
 */
export function* setCoverSearch(system: SetSystem, random: Random): Job<Uint8Array, Uint8Array> {
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return new Uint8Array(system.size).fill(1)
  const search = new SetCoverSearch(system, random, ledger)
  ledger.spend(6 * system.element.length + system.size)
  yield* ledger.follow(search)
  return search.best
}

class SetCoverSearch {
  best: Uint8Array
  done = false
  private bestCost: number
  private bound = 0
  private readonly system: SetSystem
  private readonly random: Random
  private readonly ledger: Ledger<Uint8Array>
  private readonly prices: SetPrices
  private readonly isWhole: boolean
  /** The sets that may still matter, and the search among them; null while prices move. */
  private core: { readonly kept: Uint32Array; readonly walk: RowWeighting } | null = null

  constructor(system: SetSystem, random: Random, ledger: Ledger<Uint8Array>) {
    this.system = system
    this.random = random
    this.ledger = ledger
    this.prices = new SetPrices(system)
    this.isWhole = system.cost.every(Number.isInteger)
    this.best = this.prices.cover.slice()
    this.bestCost = this.prices.cost
    ledger.found(this.best)
    ledger.proved(this.bound)
  }

  advance(): number {
    if (this.core) return this.exchange(this.core)
    const { prices } = this
    const work = prices.advance(this.bestCost)
    if (prices.cost < this.bestCost) this.take(prices.cover)
    this.raise(this.rounded(prices.bound))
    this.done = this.bound >= this.bestCost
    return prices.done && !this.done ? work + this.begin() : work
  }

  private raise(bound: number): void {
    if (bound <= this.bound) return
    this.bound = bound
    this.ledger.proved(bound)
  }

  /** Whole costs have whole sums; a little is taken off against rounding. */
  private rounded(bound: number): number {
    const safe = bound - 1e-9 * (1 + bound)
    return this.isWhole ? Math.ceil(safe - 1e-6) : safe
  }

  /** Keeps what a cover cheaper than the best may hold, and the best itself. */
  private begin(): number {
    const { system, prices } = this
    const reduced = prices.reducedCosts()
    const kept = Uint32Array.from({ length: system.size }, (_, j) => j).filter(
      (j) => this.best[j] === 1 || this.rounded(prices.bound + Math.max(0, reduced[j])) < this.bestCost,
    )
    const start = Uint8Array.from(kept, (j) => this.best[j])
    this.core = { kept, walk: new RowWeighting(restricted(system, kept), start, this.random) }
    return 8 * system.element.length
  }

  private exchange({ kept, walk }: { kept: Uint32Array; walk: RowWeighting }): number {
    let work = 0
    for (let k = 0; k < exchanges && !this.done; k++) {
      work += walk.step(this.bestCost)
      if (walk.uncovered > 0 || walk.cost >= this.bestCost) continue
      const chosen = new Uint8Array(this.system.size)
      kept.forEach((j, at) => {
        chosen[j] = walk.chosen[at]
      })
      this.take(chosen)
      this.done = this.bound >= this.bestCost
    }
    return work
  }

  /** The cost is added anew, so that real costs leave no rounding behind. */
  private take(chosen: Uint8Array): void {
    const cost = costOf(this.system, chosen)
    if (cost >= this.bestCost) return
    this.best = chosen.slice()
    this.bestCost = cost
    this.ledger.found(this.best)
  }
}
