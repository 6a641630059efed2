import { type Job, Ledger, type Random } from '../../src/run/index.ts'
import { ClauseBranch } from './clause-branch.ts'
import { ClauseLottery } from './clause-lottery.ts'
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

/** A local search and how long it has found nothing. */
interface Runner {
  readonly walk: ClauseWalk | ClauseLottery
  best: number
  stale: number
}

/**
 * A local search with clause weights, where all clauses are alike taking turns with one by lot, begun again when they find
 * nothing for long, and beside them, for small formulas, a branch and bound that looks for less than the best found and ends with a proof. A cost of nothing is a proof at once.
 * Finds and result are a bit per variable.
 */
export function* satSearch(clauses: Clauses, random: Random): Job<Uint8Array, Uint8Array> {
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return new Uint8Array(clauses.size)
  const search = new SatSearch(clauses, random, ledger)
  yield* ledger.follow(search)
  return search.best
}

class SatSearch {
  best: Uint8Array
  done = false
  private readonly clauses: Clauses
  private readonly random: Random
  private readonly ledger: Ledger<Uint8Array>
  /** In the order of their turns. */
  private readonly runners: readonly Runner[]
  private readonly branch: ClauseBranch | null
  /** Infinity until all rules hold. */
  private bestCost = Number.POSITIVE_INFINITY
  private leastBroken = Number.POSITIVE_INFINITY
  private walked = 0
  private proved = 0
  private turns = 0
  private pieces = 0

  constructor(clauses: Clauses, random: Random, ledger: Ledger<Uint8Array>) {
    this.clauses = clauses
    this.random = random
    this.ledger = ledger
    ledger.proved(clauses.constant)
    this.best = new Uint8Array(clauses.size)
    this.runners = runnersOf(clauses, random)
    const isSmall = clauses.size <= branched.variables && clauses.literal.length <= branched.literals
    this.branch = isSmall ? new ClauseBranch(clauses) : null
  }

  /** A piece of work of either kind. */
  advance(): number {
    const isBranchTurn = this.branch !== null && this.walked >= headStart + this.turns * turn
    return isBranchTurn ? this.proveSome(this.branch) : this.walkSome()
  }

  /** Where the rules cannot all hold, nothing more is known of the cost. */
  private end(): void {
    this.done = true
    if (this.bestCost < Number.POSITIVE_INFINITY) this.ledger.proved(this.bestCost)
  }

  private walkSome(): number {
    const runner = this.runners[this.pieces++ % this.runners.length]
    const { walk } = runner
    let work = 0
    if (runner.stale > this.patience()) work += this.restart(runner)
    for (let k = 0; k < flips && !this.done; k++) {
      work += walk.step()
      runner.stale++
      if (walk.brokenRules > 0 ? runner.best === Number.POSITIVE_INFINITY : walk.cost < runner.best) this.note(runner)
    }
    this.walked += work
    return work
  }

  private patience(): number {
    return 100_000 + 1000 * this.clauses.size
  }

  private restart(runner: Runner): number {
    const { clauses, random } = this
    runner.stale = 0
    runner.best = Number.POSITIVE_INFINITY
    const work = runner.walk.restart(firstValues(clauses, occurrencesOf(clauses), random))
    this.note(runner)
    return work + 8 * clauses.literal.length + 8 * clauses.size
  }

  /** Looks at where a walk stands. */
  private note(runner: Runner): void {
    const { walk } = runner
    if (walk.brokenRules > 0) {
      if (this.bestCost < Number.POSITIVE_INFINITY || walk.brokenRules >= this.leastBroken) return
      this.leastBroken = walk.brokenRules
      this.best = walk.bits.slice()
      return
    }
    runner.best = walk.cost
    runner.stale = 0
    if (walk.cost < this.bestCost) this.take(walk.bits)
  }

  /** The cost is added anew, so that real weights leave no rounding behind. */
  private take(bits: Uint8Array): void {
    const { cost } = lossOf(this.clauses, bits)
    if (cost >= this.bestCost) return
    this.bestCost = cost
    this.best = bits.slice()
    this.ledger.found(this.best)
    if (cost === this.clauses.constant) this.end()
  }

  private proveSome(branch: ClauseBranch): number {
    const limit = this.bestCost * (1 - 1e-12)
    const { work, found } = branch.advance(limit, 5000)
    if (found) this.take(found)
    if (branch.done) this.end()
    this.proved += work
    if (this.proved >= (this.turns + 1) * turn) this.turns++
    return work
  }
}

/** Where clauses are alike, most turns go to the lottery, which is ahead on large random formulas. */
function runnersOf(clauses: Clauses, random: Random): Runner[] {
  const runner = (walk: Runner['walk']): Runner => ({
    walk,
    best: Number.POSITIVE_INFINITY,
    stale: Number.POSITIVE_INFINITY,
  })
  const weighted = runner(new ClauseWalk(clauses, random))
  const isUniform = clauses.weight.every((w) => w === clauses.weight[0] && w < Number.POSITIVE_INFINITY)
  if (!isUniform) return [weighted]
  const lottery = runner(new ClauseLottery(clauses, random))
  return [weighted, lottery, lottery, lottery]
}
