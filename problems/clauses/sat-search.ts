import { type Job, Ledger, type Pieces, type Random, type Steps } from '../../src/run/index.ts'
import { BestValues } from './best-values.ts'
import { ClauseBranch } from './clause-branch.ts'
import { ClauseLottery } from './clause-lottery.ts'
import { ClauseWalk } from './clause-walk.ts'
import { type Clauses, lossOf, type Occurrences, occurring } from './clauses.ts'
import { firstValues } from './first-values.ts'

/** Formulas of up to so many variables and literals are also searched exactly. */
const branched = { variables: 250, literals: 6000 }
/** The walk goes first for this much work (about 20 ms), then both take turns. */
const headStart = 2e6
const turn = 1e6
/** Flips between two looks at the allowance. */
const flips = 64

type Walk = ClauseWalk | ClauseLottery

/** A local search, made for its first turn, and how long it has found nothing. */
interface Runner {
  readonly make: () => Walk
  walk: Walk | null
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
  const occurrences = yield* ledger.through(occurring(clauses))
  if (occurrences === null) return new Uint8Array(clauses.size)
  const search = new SatSearch(clauses, occurrences, random, ledger)
  yield* search.run()
  return search.best.read()
}

class SatSearch {
  readonly best: BestValues
  private done = false
  private readonly clauses: Clauses
  private readonly random: Random
  private readonly ledger: Ledger<Uint8Array>
  private readonly occurrences: Occurrences
  private readonly isWhole: boolean
  /** In the order of their turns. */
  private readonly runners: readonly Runner[]
  private readonly branch: ClauseBranch | null
  /** Infinity until all rules hold. */
  private bestCost = Number.POSITIVE_INFINITY
  private leastBroken = Number.POSITIVE_INFINITY
  private fresh = false
  private walked = 0
  private proved = 0
  private turns = 0
  private pieces = 0

  constructor(clauses: Clauses, occurrences: Occurrences, random: Random, ledger: Ledger<Uint8Array>) {
    this.clauses = clauses
    this.random = random
    this.ledger = ledger
    ledger.proved(clauses.constant)
    this.best = new BestValues(clauses.size)
    this.occurrences = occurrences
    this.isWhole = clauses.weight.every((w) => w === Number.POSITIVE_INFINITY || Number.isInteger(w))
    this.runners = runnersOf(clauses, occurrences, random)
    const isSmall = clauses.size <= branched.variables && clauses.literal.length <= branched.literals
    this.branch = isSmall ? new ClauseBranch(clauses) : null
  }

  /** Walks and branches in turns, until there is a proof or the ledger is stopped. */
  *run(): Steps<Uint8Array> {
    const { ledger, branch, runners } = this
    while (!this.done && !ledger.stopped) {
      const isBranchTurn = branch !== null && this.walked >= headStart + this.turns * turn
      const runner = runners[this.pieces % runners.length]
      if (!isBranchTurn && runner.stale > this.patience()) yield* ledger.through(this.restart(runner))
      if (ledger.stopped) return
      if (!isBranchTurn) this.pieces++
      const isDue = ledger.spend(isBranchTurn ? this.proveSome(branch) : this.walkSome(runner, runner.walk as Walk))
      if (!isDue && !this.done) continue
      if (this.fresh) ledger.found(this.best.read())
      this.fresh = false
      yield* ledger.settle()
    }
  }

  /** Where the rules cannot all hold, nothing more is known of the cost. */
  private end(): void {
    this.done = true
    if (this.bestCost < Number.POSITIVE_INFINITY) this.ledger.proved(this.bestCost)
  }

  private walkSome(runner: Runner, walk: Walk): number {
    let work = 0
    for (let k = 0; k < flips && !this.done; k++) {
      work += walk.step()
      this.best.flipped(walk.bits, walk.flipped)
      runner.stale++
      if (walk.brokenRules > 0 ? runner.best === Number.POSITIVE_INFINITY : walk.cost < runner.best)
        work += this.note(runner, walk)
    }
    this.walked += work
    return work
  }

  private patience(): number {
    return 100_000 + 1000 * this.clauses.size
  }

  private *restart(runner: Runner): Pieces<void> {
    const { clauses, random, occurrences } = this
    this.best.read()
    runner.walk ??= runner.make()
    yield clauses.size + clauses.weight.length
    runner.stale = 0
    runner.best = Number.POSITIVE_INFINITY
    const values = yield* firstValues(clauses, occurrences, random)
    yield* runner.walk.restart(values)
    yield 1 + this.note(runner, runner.walk)
  }

  /** Looks at where a walk stands; returns the work. */
  private note(runner: Runner, walk: Walk): number {
    if (walk.brokenRules > 0) {
      if (this.bestCost < Number.POSITIVE_INFINITY || walk.brokenRules >= this.leastBroken) return 0
      this.leastBroken = walk.brokenRules
      this.best.standAt(walk.bits)
      return 0
    }
    runner.best = walk.cost
    runner.stale = 0
    return walk.cost < this.bestCost ? this.take(walk) : 0
  }

  /** Costs that are not whole are added anew, so that they leave no rounding behind. */
  private take({ bits, cost: told }: Walk): number {
    const cost = this.isWhole ? told : lossOf(this.clauses, bits).cost
    const work = this.isWhole ? 0 : this.clauses.literal.length
    if (cost >= this.bestCost) return work
    this.best.standAt(bits)
    this.lower(cost)
    return work
  }

  private lower(cost: number): void {
    this.bestCost = cost
    this.fresh = true
    if (cost === this.clauses.constant) this.end()
  }

  private proveSome(branch: ClauseBranch): number {
    const limit = this.bestCost * (1 - 1e-12)
    const { work, found } = branch.advance(limit, 5000)
    const cost = found ? lossOf(this.clauses, found).cost : Number.POSITIVE_INFINITY
    if (found && cost < this.bestCost) {
      this.best.set(found)
      this.lower(cost)
    }
    if (branch.done) this.end()
    this.proved += work
    if (this.proved >= (this.turns + 1) * turn) this.turns++
    return work
  }
}

/** Where clauses are alike, most turns go to the lottery, which is ahead on large random formulas. */
function runnersOf(clauses: Clauses, occurrences: Occurrences, random: Random): Runner[] {
  const runner = (make: () => Walk): Runner => ({
    make,
    walk: null,
    best: Number.POSITIVE_INFINITY,
    stale: Number.POSITIVE_INFINITY,
  })
  const weighted = runner(() => new ClauseWalk(clauses, occurrences, random))
  const isUniform = clauses.weight.every((w) => w === clauses.weight[0] && w < Number.POSITIVE_INFINITY)
  if (!isUniform) return [weighted]
  const lottery = runner(() => new ClauseLottery(clauses, occurrences, random))
  return [weighted, lottery, lottery, lottery]
}
