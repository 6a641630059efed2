import { type Job, Ledger, type Random } from '../../../src/run/index.ts'
import { energyOf, leastEnergy } from './autocorrelation.ts'
import { SequenceBranch } from './sequence-branch.ts'
import { SequenceWalk } from './sequence-walk.ts'

/** Up to this length all sequences are looked at, too, for a proof. */
const branched = 34
/** The walks go first for this much work, then they and the proof take turns. */
const headStart = 1e5
const turn = 1e5
const piece = 2000

/**
 * Self-avoiding walks, at odd lengths every second one among skew-symmetric sequences only, and for short sequences a
 * branch and bound beside them that ends with a proof. Finds and result are signs.
 */
export function* labsSearch(length: number, random: Random): Job<Int8Array, Int8Array> {
  const ledger = new Ledger<Int8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return new Int8Array(length).fill(1)
  const search = new LabsSearch(length, random, ledger)
  yield* ledger.follow(search)
  return search.best
}

class LabsSearch {
  best: Int8Array
  done = false
  private energy = Number.POSITIVE_INFINITY
  private readonly length: number
  private readonly ledger: Ledger<Int8Array>
  private readonly walks: readonly SequenceWalk[]
  private readonly branch: SequenceBranch | null
  private walked = 0
  private proved = 0
  private pieces = 0

  constructor(length: number, random: Random, ledger: Ledger<Int8Array>) {
    this.length = length
    this.ledger = ledger
    ledger.proved(leastEnergy(length))
    this.best = new Int8Array(length).fill(1)
    this.walks = [false, ...(length % 2 === 1 ? [true] : [])].map((isSkew) => new SequenceWalk(length, isSkew, random))
    this.branch = length <= branched ? new SequenceBranch(length) : null
  }

  advance(): number {
    const turns = Math.floor(this.proved / turn)
    return this.branch !== null && this.walked >= headStart + turns * turn ? this.prove(this.branch) : this.walk()
  }

  private walk(): number {
    const walk = this.walks[this.pieces++ % this.walks.length]
    let work = 0
    while (work < piece && !this.done) {
      work += walk.step()
      if (walk.energy < this.energy) this.take(walk.signs, walk.energy)
    }
    this.walked += work
    return work
  }

  private prove(branch: SequenceBranch): number {
    const { work, found } = branch.advance(this.energy, piece)
    if (found) this.take(found, energyOf(found))
    if (branch.done) this.end()
    this.proved += work
    return work
  }

  private take(signs: Int8Array, energy: number): void {
    this.energy = energy
    this.best = signs.slice()
    this.ledger.found(this.best)
    if (energy === leastEnergy(this.length)) this.end()
  }

  private end(): void {
    this.done = true
    this.ledger.proved(this.energy)
  }
}
