import { type Job, Ledger, type Random, type Steps, shuffled } from '../../../src/run/index.ts'
import { type Incumbent, proveAssignment } from './assignment-proof.ts'
import { gilmoreLawler } from './gilmore-lawler.ts'
import type { Assignment } from './quadratic-assignment-input.ts'
import { assignmentCost, grainOf, SwapSearch } from './swap-search.ts'

/** Up to here branch and bound ends in a second, and to `hardly` in minutes, after as many generations of search. */
const provable = 12
const hardly = 16
const generations = 40
/** Up to here the bound at the root costs less than a millisecond. */
const bounded = 64
const members = 15
const rivals = 4
/** Generations without a better best before the whole population is shaken. */
const patience = 15
const mostEffort = 16

/**
 * Memetic search (Benlic and Hao 2015, "Memetic search for the quadratic assignment problem"): fifteen assignments, each
 * improved by robust tabu search; two parents chosen by tournament hand down what they share, then what either has; when
 * nothing gets better, all are shaken, harder each time. Small ones are proven by branch and bound. Finds and result are
 * the locations of the facilities, the empty ones included.
 */
export function* assignmentSearch(assignment: Assignment, random: Random): Job<Int32Array, Int32Array> {
  const { size } = assignment
  const best: Incumbent = { location: Int32Array.from({ length: size }, (_, i) => i), cost: Number.POSITIVE_INFINITY }
  const ledger = new Ledger<Int32Array>()
  yield* ledger.settle()
  if (ledger.stopped) return best.location
  const memetic = new Memetic(assignment, random, best, ledger)
  if (size <= bounded) yield* memetic.bound()
  if (size <= provable) yield* memetic.improve(shuffled(size, random))
  else yield* memetic.run(size <= hardly ? generations : Number.POSITIVE_INFINITY)
  if (size <= hardly) {
    if (!ledger.stopped) yield* proveAssignment(assignment, best, memetic.proofGrain, ledger)
    if (!ledger.stopped) {
      ledger.proved(memetic.whole ? best.cost : best.cost - memetic.proofGrain)
      yield* ledger.close()
    }
  }
  return best.location
}

interface Member {
  location: Int32Array
  cost: number
}

class Memetic {
  /** Costs nearer than this are equal. */
  readonly grain: number
  /** The same for a proof, which adds up afresh what the search changes again and again. */
  readonly proofGrain: number
  private readonly search: SwapSearch
  private readonly population: Member[] = []
  /** What the last improvement ended with. */
  private last: Member = { location: new Int32Array(0), cost: Number.POSITIVE_INFINITY }
  readonly whole: boolean
  /** Every shake doubles the length of the improvements: what short ones do not find needs longer ones. */
  private effort = 1

  constructor(
    private readonly assignment: Assignment,
    private readonly random: Random,
    private readonly best: Incumbent,
    private readonly ledger: Ledger<Int32Array>,
  ) {
    this.search = new SwapSearch(assignment)
    this.whole = grainOf(assignment) === 0
    this.grain = this.whole ? 0.5 : grainOf(assignment)
    this.proofGrain = this.whole ? 0.5 : 1e-3 * this.grain
  }

  *bound(): Steps<Int32Array> {
    const { assignment, ledger } = this
    const all = Array.from({ length: assignment.size }, (_, k) => k)
    const { bound } = gilmoreLawler(assignment, { facilities: all, locations: all, placed: [], location: [] })
    ledger.proved(this.whole ? Math.ceil(bound) : bound - this.grain)
    if (ledger.spend(1000 + assignment.size ** 3)) yield* ledger.settle()
  }

  *run(generations: number): Steps<Int32Array> {
    const { population, random, assignment, ledger } = this
    while (!ledger.stopped && population.length < members) {
      yield* this.improve(shuffled(assignment.size, random))
      population.push(this.last)
    }
    let strength = 0.15
    for (let quiet = 0, age = 0; age < generations && !ledger.stopped; age++) {
      const before = this.best.cost
      yield* this.improve(crossed(this.parent(), this.parent(), random))
      if (this.best.cost < before) strength = 0.15
      quiet = this.best.cost < before ? 0 : quiet + 1
      this.admit()
      if (quiet < patience) continue
      this.effort = Math.min(mostEffort, 2 * this.effort)
      yield* this.shake(strength)
      strength = Math.min(1, strength + 0.1)
      quiet = 0
    }
  }

  /** Tabu search from here; `last` is the best it passed. */
  *improve(from: Int32Array): Steps<Int32Array> {
    const { search, ledger, best, random } = this
    search.place(from)
    this.compare()
    if (ledger.spend(8 + search.size)) yield* ledger.settle()
    if (ledger.stopped) return
    yield* ledger.through(search.evaluate())
    const steps = Math.max(1000, 250 * search.size) * this.effort
    let due = false
    for (let k = 0; k < steps; k++) {
      if (due) yield* ledger.settle()
      if (ledger.stopped) break
      if (search.step(random) && search.bestCost < best.cost - this.grain) this.compare()
      due = ledger.spend(search.stepWork)
    }
    if (due && !ledger.stopped) yield* ledger.settle()
    this.last = { location: search.best.slice(), cost: search.bestCost }
  }

  private compare(): void {
    const { search, best, ledger } = this
    if (!(search.bestCost < best.cost - this.grain)) return
    const cost = assignmentCost(this.assignment, search.best)
    if (!(cost < best.cost)) return
    best.location = search.best.slice()
    best.cost = cost
    ledger.found(best.location)
  }

  private parent(): Int32Array {
    const { population, random } = this
    let chosen = population[random.below(population.length)]
    for (let k = 1; k < rivals; k++) {
      const rival = population[random.below(population.length)]
      if (rival.cost < chosen.cost) chosen = rival
    }
    return chosen.location
  }

  /** The last one takes the place of the worst, unless it is no better or there already. */
  private admit(): void {
    const { population, last } = this
    let worst = 0
    for (let k = 0; k < population.length; k++) {
      if (population[k].cost > population[worst].cost) worst = k
      if (population[k].cost === last.cost && same(population[k].location, last.location)) return
    }
    if (last.cost < population[worst].cost) population[worst] = last
  }

  private *shake(strength: number): Steps<Int32Array> {
    const { population, random, assignment, ledger } = this
    const swaps = Math.max(2, Math.round(strength * assignment.size))
    for (let k = 0; k < population.length && !ledger.stopped; k++) {
      const from = population[k].location.slice()
      for (let s = 0; s < swaps; s++) exchange(from, random.below(from.length), random.below(from.length))
      yield* this.improve(from)
      population[k] = this.last
    }
  }
}

const same = (a: Int32Array, b: Int32Array): boolean => a.every((k, i) => k === b[i])

function exchange(list: Int32Array, i: number, j: number): void {
  const kept = list[i]
  list[i] = list[j]
  list[j] = kept
}

/** What both parents have, then what a random one has where still free, then what is left in random order. */
function crossed(a: Int32Array, b: Int32Array, random: Random): Int32Array {
  const child = new Int32Array(a.length).fill(-1)
  const taken = new Uint8Array(a.length)
  const take = (i: number, k: number) => {
    child[i] = k
    taken[k] = 1
  }
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) take(i, a[i])
  for (const i of shuffled(a.length, random)) {
    if (child[i] >= 0) continue
    const [first, second] = random.below(2) === 0 ? [a[i], b[i]] : [b[i], a[i]]
    if (!taken[first]) take(i, first)
    else if (!taken[second]) take(i, second)
  }
  const rest = shuffled(a.length, random).filter((k) => !taken[k])
  let next = 0
  for (let i = 0; i < a.length; i++) if (child[i] < 0) child[i] = rest[next++]
  return child
}
