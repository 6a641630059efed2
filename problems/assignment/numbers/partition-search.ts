import { type Job, Ledger, type Random } from '../../../src/run/index.ts'
import { Differencing } from './differencing.ts'
import { costOfSums, leastCost, type Numbers, sumsOf } from './number-input.ts'
import { mostListed, TwoLists } from './two-lists.ts'

/** Complete differencing goes first for this much work, then the two lists. */
const headStart = 2e6
const piece = 4000
/** Work for one pair of parts. */
const pairWork = 30_000

/**
 * Two parts: complete differencing, and for up to 42 numbers the two sorted lists of Horowitz and Sahni, which end with a
 * proof. More parts: the numbers by falling size to the lightest part (Graham 1969), then again and again two parts are
 * split anew by differencing, the heaviest and the lightest or any two, after a random exchange where nothing helps.
 * Ends when the cost meets the least that any partition costs. Finds and result are a part per number.
 */
export function* partitionSearch(data: Numbers, random: Random): Job<Uint8Array, Uint8Array> {
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return new Uint8Array(data.numbers.length)
  const search = data.parts === 2 ? new TwoParts(data, ledger) : new ManyParts(data, ledger, random)
  ledger.spend(search.start())
  if (search.done) yield* ledger.settle()
  yield* ledger.follow(search)
  return search.best
}

/** The best so far. */
class Best {
  best: Uint8Array
  done = false
  protected cost = Number.POSITIVE_INFINITY
  protected readonly data: Numbers
  private readonly ledger: Ledger<Uint8Array>
  private readonly least: number

  constructor(data: Numbers, ledger: Ledger<Uint8Array>) {
    this.data = data
    this.ledger = ledger
    this.best = new Uint8Array(data.numbers.length)
    this.least = leastCost(data)
    ledger.proved(this.least)
  }

  protected take(part: Uint8Array): void {
    const cost = costOfSums(this.data, sumsOf(this.data, part))
    if (cost >= this.cost) return
    this.cost = cost
    this.best = part.slice()
    this.ledger.found(this.best)
    if (cost <= this.least) this.end()
  }

  protected end(): void {
    this.done = true
    this.ledger.proved(this.cost)
  }
}

class TwoParts extends Best {
  private readonly differencing: Differencing
  private lists: TwoLists | null = null
  private spent = 0

  constructor(data: Numbers, ledger: Ledger<Uint8Array>) {
    super(data, ledger)
    this.differencing = new Differencing(data.numbers)
  }

  start(): number {
    this.take(this.best)
    return 20 * this.data.numbers.length
  }

  advance(): number {
    const { differencing, data } = this
    if (this.lists === null && this.spent >= headStart && data.numbers.length <= mostListed)
      this.lists = new TwoLists(data.numbers)
    const searched = this.lists ?? differencing
    const { work, found } = searched.advance(this.limit(), piece)
    if (found) this.take(found)
    if (searched.done && (searched === this.lists || differencing.isComplete)) this.end()
    this.spent += work
    return work
  }

  /** The difference to beat. */
  private limit(): number {
    const [a, b] = sumsOf(this.data, this.best)
    return Math.abs(a - b)
  }
}

class ManyParts extends Best {
  private readonly random: Random
  private part: Uint8Array
  private idle = 0

  constructor(data: Numbers, ledger: Ledger<Uint8Array>, random: Random) {
    super(data, ledger)
    this.random = random
    this.part = this.best
  }

  start(): number {
    const { numbers, parts } = this.data
    const order = Array.from(numbers, (_, i) => i).sort((a, b) => numbers[b] - numbers[a] || a - b)
    const sums = new Float64Array(parts)
    this.part = new Uint8Array(numbers.length)
    for (const i of order) {
      const lightest = extreme(sums, -1)
      this.part[i] = lightest
      sums[lightest] += numbers[i]
    }
    this.take(this.part)
    return (20 + parts) * numbers.length
  }

  advance(): number {
    const { random, data } = this
    const sums = sumsOf(data, this.part)
    const [heavy, light] =
      this.idle % 2 === 0 ? [extreme(sums, 1), extreme(sums, -1)] : [random.below(data.parts), random.below(data.parts)]
    const work = data.numbers.length + 10
    if (heavy === light || sums[heavy] === sums[light]) return work + this.rest()
    return work + this.splitAnew(heavy, light, Math.abs(sums[heavy] - sums[light]))
  }

  /** Two parts become one and are parted again. */
  private splitAnew(heavy: number, light: number, limit: number): number {
    const { numbers } = this.data
    const items: number[] = []
    for (let i = 0; i < numbers.length; i++) if (this.part[i] === heavy || this.part[i] === light) items.push(i)
    const { work, found } = new Differencing(items.map((i) => numbers[i])).advance(limit, pairWork)
    if (found === null) return work + this.rest()
    items.forEach((i, k) => {
      this.part[i] = found[k] === 0 ? heavy : light
    })
    this.idle = 0
    this.take(this.part)
    return work + 30 * items.length
  }

  /** After many pairs that did not help: some numbers change their parts, mostly from the best partition. */
  private rest(): number {
    const { random, data } = this
    if (++this.idle < 4 * data.parts) return 1
    this.idle = 0
    if (random.below(4) > 0) this.part = this.best.slice()
    const moves = 2 + random.below(3)
    for (let k = 0; k < moves; k++) this.part[random.below(data.numbers.length)] = random.below(data.parts)
    return data.numbers.length
  }
}

/** The part with the largest (1) or smallest (−1) sum, the first of equals. */
function extreme(sums: ArrayLike<number>, sign: 1 | -1): number {
  let best = 0
  for (let p = 1; p < sums.length; p++) if (sign * sums[p] > sign * sums[best]) best = p
  return best
}
