import { complete, costOf, type SetSystem } from './set-system.ts'

/** Members looked at between two looks at the allowance. */
const block = 4000
/** Rounds without a better bound before steps are halved, and the step at which it ends. */
const patience = 30
const smallest = 0.004
const mostRounds = 2000

/**
 * A lower bound by Lagrangian relaxation (Beasley 1990; Caprara, Fischetti and Toth 1999): with a price u ≥ 0 for every
 * element, no cover costs less than Σ u + Σ min(0, c − Σ u of the set). Prices follow subgradients; each round also makes a
 * cover from the sets of negative reduced cost. In pieces; only +, −, × and ÷, so the same bits everywhere.
 */
export class SetPrices {
  /** The best bound so far and its prices. */
  bound = 0
  best: Float64Array
  done = false
  /** The cheapest cover that a round made. */
  cover: Uint8Array
  cost: number
  private readonly system: SetSystem
  private readonly price: Float64Array
  private readonly reduced: Float64Array
  private readonly missing: Float64Array
  private readonly taken: Uint8Array
  private cursor = 0
  private value = 0
  private step = 1
  private sinceBetter = 0
  private rounds = 0

  constructor(system: SetSystem) {
    const { size, elements, cost, elementStart, set, setStart } = system
    this.system = system
    this.price = new Float64Array(elements)
    for (let i = 0; i < elements; i++) {
      let least = Number.POSITIVE_INFINITY
      for (let k = elementStart[i]; k < elementStart[i + 1]; k++)
        least = Math.min(least, cost[set[k]] / (setStart[set[k] + 1] - setStart[set[k]]))
      this.price[i] = least
    }
    this.best = this.price.slice()
    this.reduced = new Float64Array(size)
    this.missing = new Float64Array(elements).fill(1)
    this.taken = new Uint8Array(size)
    const share = cost.map((c, j) => c / Math.max(1, setStart[j + 1] - setStart[j]))
    this.cover = complete(system, new Uint8Array(size), share)
    this.cost = costOf(system, this.cover)
  }

  /** A block of sets, or the end of a round; returns the work. */
  advance(upper: number): number {
    const { size, cost, setStart, element } = this.system
    const { price, reduced, missing, taken } = this
    let work = 0
    while (this.cursor < size && work < block) {
      const j = this.cursor++
      let left = cost[j]
      for (let k = setStart[j]; k < setStart[j + 1]; k++) left -= price[element[k]]
      reduced[j] = left
      taken[j] = left < 0 ? 1 : 0
      work += setStart[j + 1] - setStart[j] + 1
      if (left >= 0) continue
      this.value += left
      for (let k = setStart[j]; k < setStart[j + 1]; k++) missing[element[k]]--
    }
    return this.cursor < size ? work : work + this.endRound(upper)
  }

  /** The reduced costs at the best prices. */
  reducedCosts(): Float64Array {
    const { size, cost, setStart, element } = this.system
    return Float64Array.from({ length: size }, (_, j) => {
      let left = cost[j]
      for (let k = setStart[j]; k < setStart[j + 1]; k++) left -= this.best[element[k]]
      return left
    })
  }

  private endRound(upper: number): number {
    const { price, missing, system } = this
    let value = this.value
    let norm = 0
    for (let i = 0; i < system.elements; i++) {
      value += price[i]
      if (price[i] > 0 || missing[i] > 0) norm += missing[i] * missing[i]
    }
    const work = 3 * system.elements + this.makeCover()
    this.judge(value)
    const size = norm > 0 ? (this.step * (1.02 * Math.min(upper, this.cost) - value)) / norm : 0
    for (let i = 0; i < system.elements; i++) price[i] = Math.max(0, price[i] + size * missing[i])
    missing.fill(1)
    this.cursor = 0
    this.value = 0
    if (norm === 0 || this.step < smallest || ++this.rounds >= mostRounds) this.done = true
    return work
  }

  private judge(value: number): void {
    if (value > this.bound * 1.0001 + 1e-9) this.sinceBetter = 0
    else if (++this.sinceBetter >= patience) {
      this.step /= 2
      this.sinceBetter = 0
    }
    if (value <= this.bound) return
    this.bound = value
    this.best = this.price.slice()
  }

  private makeCover(): number {
    if (this.rounds % 5 !== 0) return 0
    const { system, reduced } = this
    const cover = complete(system, this.taken.slice(), reduced)
    const cost = costOf(system, cover)
    if (cost < this.cost) {
      this.cost = cost
      this.cover = cover
    }
    return 4 * system.size + 4 * system.elements
  }
}
