import type { Job, Random } from '../../../src/run/index.ts'
import { dispatch, dispatches, mostWorkRemaining } from './dispatch.ts'
import { JobShopProof } from './job-shop-proof.ts'
import { JobShopTabu } from './job-shop-tabu.ts'
import { MachineOrders } from './machine-orders.ts'
import { makespanOf, type Shop } from './shop.ts'

/** How many elite schedules; doubled with every round, as is the patience. */
const population = { first: 6, last: 30 }
/** After how many steps without improvement a tabu search ends: the more operations, the later. */
const patienceOf = (operations: number) => ({ first: Math.max(3000, 15 * operations), last: 25_000 })
/** Work between two looks at the allowance. */
const quantum = 4000
/** Shops with more pairs of operations on a machine are not worth a proof by enumeration. */
const mostPairs = 3000

/** Shops with no more are mostly solved by it within seconds, so it gets half of the work for as long as it takes. */
const easyPairs = 500
/** Larger ones seldom are: a fifth of the work, and after so much of it (a few seconds) no more. */
const mostProofWork = 5e8

interface Elite {
  readonly start: Int32Array
  readonly makespan: number
}

/**
 * Tabu search from dispatching schedules, then from schedules between two elite ones (after i-TSAB of Nowicki and
 * Smutnicki 2005 and TS/PR of Peng, Lü and Cheng 2015), in populations that grow; ends with proof when the makespan meets
 * the bound. Finds and result are starts by operation.
 */
export function* searchJobShop(shop: Shop, lower: number, random: Random): Job<Int32Array, Int32Array> {
  const search = new Search(shop, lower, random)
  const phases = search.phases()
  let told = Number.POSITIVE_INFINITY
  let bound = Number.NEGATIVE_INFINITY
  let allowance = yield { work: 0 }
  while (allowance > 0 && !(told <= bound)) {
    let work = 0
    do work += phases.next().value as number
    while (work < allowance && search.makespan > search.lower)
    const find = search.makespan < told ? { find: search.start } : {}
    const proof = search.lower > bound ? { bound: search.lower } : {}
    told = search.makespan
    bound = search.lower
    allowance = yield { work, ...find, ...proof }
  }
  return search.start
}

class Search {
  start: Int32Array
  makespan: number
  /** No schedule ends earlier. */
  lower: number
  private readonly shop: Shop
  private readonly random: Random
  private readonly orders: MachineOrders
  private readonly tabu: JobShopTabu
  private patience = 0

  constructor(shop: Shop, lower: number, random: Random) {
    this.shop = shop
    this.lower = lower
    this.random = random
    this.start = dispatch(shop, mostWorkRemaining(shop), 'nondelay')
    this.makespan = makespanOf(shop, this.start)
    this.orders = new MachineOrders(shop)
    this.tabu = new JobShopTabu(shop, this.orders, random)
  }

  /** Search and, in small shops, proof side by side; goes on until nothing is left to do. Yields the work done. */
  *phases(): Generator<number, void> {
    const { size, jobs } = this.shop
    for (const start of dispatches(this.shop)) {
      this.offer(start, makespanOf(this.shop, start))
      yield 2 * size * jobs
    }
    const search = this.populations()
    const enumeration = new JobShopProof(this.shop, this.makespan - 1)
    const proof = this.proof(enumeration)
    const isEasy = enumeration.pairs <= easyPairs
    const share = isEasy ? 1 : 4
    let owed = 0
    let spent = 0
    for (let proving = enumeration.pairs <= mostPairs; ; ) {
      const { value } = search.next()
      yield value
      owed += value
      while (proving && owed > 0) {
        const step = proof.next()
        if (step.done) proving = false
        else {
          owed -= share * step.value
          spent += step.value
          if (!isEasy && spent > mostProofWork) proving = false
          yield step.value
        }
      }
    }
  }

  /** Raises the lower bound: by the rules alone, then by enumeration. */
  private *proof(proof: JobShopProof): Generator<number, void> {
    this.lower = yield* proof.leastLimit(this.lower, this.makespan)
    proof.limit = this.makespan - 1
    for (const work of proof.prove()) {
      if (proof.found !== null) this.offer(proof.found, makespanOf(this.shop, proof.found))
      proof.found = null
      proof.limit = this.makespan - 1
      yield work
    }
    this.lower = this.makespan
  }

  /** Tabu search in ever larger populations; goes on for ever. */
  private *populations(): Generator<number, never> {
    const { first, last } = patienceOf(this.shop.size)
    this.patience = first
    for (let size = population.first; ; size = Math.min(2 * size, population.last)) {
      const elites: Elite[] = [yield* this.improved(this.start)]
      while (elites.length < size) {
        const start = this.anyStart()
        yield 2 * this.shop.size * this.shop.jobs
        elites.push(yield* this.improved(start))
      }
      yield* this.relink(elites)
      this.patience = Math.max(first, Math.min(2 * this.patience, last))
    }
  }

  /** Replaces the worst by schedules from between two others, until that has long brought nothing. */
  private *relink(elites: Elite[]): Generator<number, void> {
    const { random } = this
    for (let idle = 0; idle < 2 * elites.length; idle++) {
      const a = random.below(elites.length)
      const b = (a + 1 + random.below(elites.length - 1)) % elites.length
      const best = this.makespan
      const child = yield* this.improved(this.between(elites[a], elites[b]))
      if (this.makespan < best) idle = 0
      const worst = elites.reduce((at, elite, k) => (elite.makespan > elites[at].makespan ? k : at), 0)
      if (child.makespan <= elites[worst].makespan && !elites.some((elite) => this.alike(elite, child)))
        elites[worst] = child
    }
  }

  /** A tabu search from there. */
  private *improved(start: ArrayLike<number>): Generator<number, Elite> {
    const { orders, tabu } = this
    orders.load(start)
    tabu.begin()
    let work = 20 * this.shop.size
    while (tabu.idle < this.patience) {
      const step = tabu.advance()
      if (step < 0) break
      work += step
      if (tabu.best < this.makespan) this.offer(tabu.bestStarts, tabu.best)
      if (work < quantum) continue
      yield work
      work = 0
    }
    yield work + 1
    return { start: tabu.bestStarts, makespan: tabu.best }
  }

  private offer(start: Int32Array, makespan: number): void {
    if (makespan >= this.makespan) return
    this.start = start
    this.makespan = makespan
  }

  /** Most work remaining, give or take half. */
  private anyStart(): Int32Array {
    const urgency = mostWorkRemaining(this.shop).map((work) => work * (0.5 + this.random.unit()))
    return dispatch(this.shop, urgency, this.random.below(2) === 0 ? 'active' : 'nondelay')
  }

  /** Keys between two schedules: what both agree on stays, a job's order always does. */
  private between(a: Elite, b: Elite): Float64Array {
    const share = (16 + this.random.below(33)) / 64
    return Float64Array.from(a.start, (start, o) => (1 - share) * start + share * b.start[o])
  }

  /** As long, and starting most operations at the same time. */
  private alike(a: Elite, b: Elite): boolean {
    if (a.makespan !== b.makespan) return false
    let same = 0
    for (let o = 0; o < a.start.length; o++) if (a.start[o] === b.start[o]) same++
    return same > 0.9 * a.start.length
  }
}
