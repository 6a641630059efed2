import type { Job, Random, Step } from '../../src/run/index.ts'
import { ClauseBranch } from './clause-branch.ts'
import { ClauseWalk } from './clause-walk.ts'
import { type Clauses, lossOf, occurrencesOf } from './clauses.ts'
import { firstValues } from './first-values.ts'

/** Formulas of up to so many variables and literals are also searched exactly. */
const branched = { variables: 250, literals: 6000 }
/** The walk goes first for this much work (about 20 ms), then both take turns. */
const headStart = 2e6
const turn = 1e6
/** Flips between two looks at the allowance. */
const flips = 64

/**
 * A local search with clause weights, begun again when it finds nothing for long, and beside it, for small formulas, a
 * branch and bound that looks for less than the best found and ends with a proof. A cost of nothing is a proof at once.
 * Finds and result are a bit per variable.
 */
export function* satSearch(clauses: Clauses, random: Random): Job<Uint8Array, Uint8Array> {
  let allowance = yield { work: 0 }
  if (allowance === 0) return new Uint8Array(clauses.size)
  const search = new SatSearch(clauses, random)
  let work = 0
  while (!search.done) {
    work += search.advance()
    if (work < allowance && !search.done) continue
    allowance = yield search.step(work)
    if (allowance === 0) return search.best
    work = 0
  }
  return search.best
}

class SatSearch {
  best: Uint8Array
  done = false
  private readonly clauses: Clauses
  private readonly random: Random
  private readonly walk: ClauseWalk
  private readonly branch: ClauseBranch | null
  /** Infinity until all rules hold. */
  private bestCost = Number.POSITIVE_INFINITY
  private leastBroken = Number.POSITIVE_INFINITY
  private fresh = false
  private told = false
  private walked = 0
  private turns = 0
  private bestInWalk = Number.POSITIVE_INFINITY
  private stale = Number.POSITIVE_INFINITY

  constructor(clauses: Clauses, random: Random) {
    this.clauses = clauses
    this.random = random
    this.best = new Uint8Array(clauses.size)
    this.walk = new ClauseWalk(clauses, random)
    const isSmall = clauses.size <= branched.variables && clauses.literal.length <= branched.literals
    this.branch = isSmall ? new ClauseBranch(clauses) : null
  }

  /** A piece of work of either kind. */
  advance(): number {
    const isBranchTurn = this.branch !== null && this.walked >= headStart + this.turns * turn
    return isBranchTurn ? this.proveSome(this.branch) : this.walkSome()
  }

  /** What the job tells: a better answer, and the cost that nothing beats. */
  step(work: number): Step<Uint8Array> {
    const find = this.fresh ? { find: this.best } : {}
    const bound = !this.told || this.done ? { bound: this.bound() } : {}
    this.fresh = false
    this.told = true
    return { work, ...find, ...bound }
  }

  private bound(): number {
    return this.done && this.bestCost < Number.POSITIVE_INFINITY ? this.bestCost : this.clauses.constant
  }

  private walkSome(): number {
    const { walk } = this
    let work = 0
    if (this.stale > this.patience()) work += this.restart()
    for (let k = 0; k < flips; k++) {
      work += walk.step()
      this.stale++
      if (walk.brokenRules > 0 ? this.bestInWalk === Number.POSITIVE_INFINITY : walk.cost < this.bestInWalk) this.note()
      if (this.done) break
    }
    this.walked += work
    return work
  }

  private patience(): number {
    return 100_000 + 100 * this.clauses.size
  }

  private restart(): number {
    const { clauses, walk, random } = this
    this.stale = 0
    this.bestInWalk = Number.POSITIVE_INFINITY
    const work = walk.restart(firstValues(clauses, occurrencesOf(clauses), random))
    this.note()
    return work + 8 * clauses.literal.length + 8 * clauses.size
  }

  /** Looks at where the walk stands. */
  private note(): void {
    const { walk } = this
    if (walk.brokenRules > 0) {
      if (this.bestCost < Number.POSITIVE_INFINITY || walk.brokenRules >= this.leastBroken) return
      this.leastBroken = walk.brokenRules
      this.best = walk.bits.slice()
      return
    }
    this.bestInWalk = walk.cost
    this.stale = 0
    if (walk.cost < this.bestCost) this.take(walk.bits)
  }

  /** The cost is added anew, so that real weights leave no rounding behind. */
  private take(bits: Uint8Array): void {
    const { cost } = lossOf(this.clauses, bits)
    if (cost >= this.bestCost) return
    this.bestCost = cost
    this.best = bits.slice()
    this.fresh = true
    if (cost === this.clauses.constant) this.done = true
  }

  private proveSome(branch: ClauseBranch): number {
    const limit = this.bestCost * (1 - 1e-12)
    const { work, found } = branch.advance(limit, 5000)
    if (found) this.take(found)
    if (branch.done) this.done = true
    this.proved += work
    if (this.proved >= (this.turns + 1) * turn) this.turns++
    return work
  }

  private proved = 0
}
