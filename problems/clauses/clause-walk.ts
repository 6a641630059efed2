import type { Pieces, Random } from '../../src/run/index.ts'
import type { Clauses, Occurrences } from './clauses.ts'

/** Candidates looked at per step (best from multiple selections, Cai 2015). */
const sampled = 15
/** A rule's standing beside the mean soft clause, and how fast each grows while it stays broken. */
const unit = 16
/** Clauses entered between two pieces of a restart. */
const together = 512

/**
 * Local search with clause weights for weighted partial max-SAT: flip the best of a few variables that lower the standing
 * weight; where there is none, raise the standing of the broken clauses (rules without limit, wishes up to one) and flip in
 * one of them (SATLike: Lei and Cai 2018); standings sink again now and then (PAWS: Thornton et al. 2004).
 *
 * Standings are whole numbers, so scores are exact.
 */
export class ClauseWalk {
  readonly bits: Uint8Array
  /** Weight of the broken wishes, and how many rules are broken. */
  cost = 0
  brokenRules = 0
  flipped = 0
  private readonly clauses: Clauses
  private readonly random: Random
  private readonly occurrences: Occurrences
  private readonly trueCount: Int32Array
  /** Sum of the variables whose literals hold: with one of them, that one. */
  private readonly holders: Float64Array
  private readonly base: Float64Array
  private readonly standing: Float64Array
  private readonly limit: number
  /** What flipping wins in standing. */
  private readonly score: Float64Array
  private readonly flippedAt: Float64Array
  /** Variables with a positive score, and where each is in the list. */
  private readonly good: List
  private readonly brokenSoft: List
  private readonly brokenHard: List
  /** Clauses that stand above their base. */
  private readonly raised: List
  private readonly hasRules: boolean
  private time = 0

  constructor(clauses: Clauses, occurrences: Occurrences, random: Random) {
    const { size, weight } = clauses
    this.clauses = clauses
    this.random = random
    this.occurrences = occurrences
    this.bits = new Uint8Array(size)
    this.trueCount = new Int32Array(weight.length)
    this.holders = new Float64Array(weight.length)
    this.base = basesOf(weight)
    this.standing = this.base.slice()
    this.score = new Float64Array(size)
    this.flippedAt = new Float64Array(size)
    this.good = new List(size)
    this.brokenSoft = new List(weight.length)
    this.brokenHard = new List(weight.length)
    this.raised = new List(weight.length)
    this.hasRules = weight.includes(Number.POSITIVE_INFINITY)
    this.limit = this.hasRules ? 500 : 1e6
  }

  /** Begins anew from these bits, all standings at their base. */
  *restart(bits: ArrayLike<number>): Pieces<void> {
    const { clauses, good, raised, brokenSoft, brokenHard } = this
    this.bits.set(bits)
    this.standing.set(this.base)
    this.score.fill(0)
    this.flippedAt.fill(0)
    this.time = 0
    this.cost = clauses.constant
    this.brokenRules = 0
    for (const list of [good, raised, brokenSoft, brokenHard]) list.clear()
    for (let c = 0; c < clauses.weight.length; c++) {
      this.enter(c)
      if (c % together === together - 1) yield 4 * (clauses.start[c + 1] - clauses.start[c + 1 - together])
    }
    for (let v = 0; v < clauses.size; v++) if (this.score[v] > 0) good.add(v)
    yield 4 * together + 4 * clauses.size
  }

  /** One flip, of the variable `flipped`; returns the work. */
  step(): number {
    const { good } = this
    if (good.count > 0) return this.flip(this.bestGood()) + sampled
    const work = this.random.below(10) === 0 ? this.lower() : this.raise()
    return work + this.flip(this.escape()) + 10
  }

  private enter(c: number): void {
    const { start, literal } = this.clauses
    let count = 0
    let holders = 0
    for (let k = start[c]; k < start[c + 1]; k++) {
      if (this.bits[literal[k] >> 1] === (literal[k] & 1)) continue
      count++
      holders += literal[k] >> 1
    }
    this.trueCount[c] = count
    this.holders[c] = holders
    if (count === 1) this.score[holders] -= this.standing[c]
    if (count === 0) {
      for (let k = start[c]; k < start[c + 1]; k++) this.score[literal[k] >> 1] += this.standing[c]
      this.breaks(c)
    }
  }

  private breaks(c: number): void {
    const weight = this.clauses.weight[c]
    if (weight === Number.POSITIVE_INFINITY) {
      this.brokenHard.add(c)
      this.brokenRules++
    } else {
      this.brokenSoft.add(c)
      this.cost += weight
    }
  }

  private mends(c: number): void {
    const weight = this.clauses.weight[c]
    if (weight === Number.POSITIVE_INFINITY) {
      this.brokenHard.remove(c)
      this.brokenRules--
    } else {
      this.brokenSoft.remove(c)
      this.cost -= weight
    }
  }

  private bestGood(): number {
    const { good, score, flippedAt, random } = this
    const { items, count } = good
    let best = items[count <= sampled ? 0 : random.below(count)]
    for (let k = 1; k < Math.min(count, sampled); k++) {
      const v = items[count <= sampled ? k : random.below(count)]
      if (score[v] > score[best] || (score[v] === score[best] && flippedAt[v] < flippedAt[best])) best = v
    }
    return best
  }

  /** The best variable of a random broken clause, a rule if there is one; any variable where nothing is broken. */
  private escape(): number {
    const { clauses, brokenHard, brokenSoft, random, score, flippedAt } = this
    const broken = brokenHard.count > 0 ? brokenHard : brokenSoft
    if (broken.count === 0) return random.below(clauses.size)
    const c = broken.items[random.below(broken.count)]
    let best = clauses.literal[clauses.start[c]] >> 1
    for (let k = clauses.start[c] + 1; k < clauses.start[c + 1]; k++) {
      const v = clauses.literal[k] >> 1
      if (score[v] > score[best] || (score[v] === score[best] && flippedAt[v] < flippedAt[best])) best = v
    }
    return best
  }

  private raise(): number {
    let work = 0
    for (const list of [this.brokenHard, this.brokenSoft])
      for (let k = 0; k < list.count; k++) work += this.stand(list.items[k], list === this.brokenHard ? 1 : 0)
    return work
  }

  /** A broken clause rises by its base, a wish beside rules no further than the limit. */
  private stand(c: number, isRule: number): number {
    const { base, standing, clauses, score, good, raised } = this
    if (!isRule && standing[c] >= this.limit * unit) return 1
    standing[c] += base[c]
    raised.add(c)
    for (let k = clauses.start[c]; k < clauses.start[c + 1]; k++) {
      const v = clauses.literal[k] >> 1
      score[v] += base[c]
      if (score[v] > 0) good.add(v)
    }
    return 4 * (clauses.start[c + 1] - clauses.start[c])
  }

  /** Every raised clause sinks by its base. */
  private lower(): number {
    const { base, standing, raised, trueCount, holders, score, good } = this
    const before = raised.count
    for (let k = raised.count - 1; k >= 0; k--) {
      const c = raised.items[k]
      if (trueCount[c] === 0) continue
      standing[c] -= base[c]
      if (standing[c] <= base[c]) raised.remove(c)
      if (trueCount[c] !== 1) continue
      score[holders[c]] += base[c]
      if (score[holders[c]] > 0) good.add(holders[c])
    }
    return 3 * before + 1
  }

  /** A hot kernel. */
  private flip(v: number): number {
    const { bits, trueCount, holders, standing, score, good, clauses, occurrences } = this
    const { start, literal } = clauses
    const bit = (bits[v] ^= 1)
    this.flippedAt[v] = ++this.time
    this.flipped = v
    const [gained, lost] = [2 * v + 1 - bit, 2 * v + bit]
    let work = 4
    score[v] = -score[v]
    for (let o = occurrences.start[gained]; o < occurrences.start[gained + 1]; o++) {
      const c = occurrences.clause[o]
      const count = ++trueCount[c]
      holders[c] += v
      if (count === 1) {
        for (let k = start[c]; k < start[c + 1]; k++) {
          const u = literal[k] >> 1
          if (u !== v && (score[u] -= standing[c]) <= 0) good.remove(u)
        }
        work += 3 * (start[c + 1] - start[c])
        this.mends(c)
      } else if (count === 2) {
        const u = holders[c] - v
        if ((score[u] += standing[c]) > 0) good.add(u)
      }
      work += 2
    }
    for (let o = occurrences.start[lost]; o < occurrences.start[lost + 1]; o++) {
      const c = occurrences.clause[o]
      const count = --trueCount[c]
      holders[c] -= v
      if (count === 0) {
        for (let k = start[c]; k < start[c + 1]; k++) {
          const u = literal[k] >> 1
          if (u !== v && (score[u] += standing[c]) > 0) good.add(u)
        }
        work += 3 * (start[c + 1] - start[c])
        this.breaks(c)
      } else if (count === 1) {
        const u = holders[c]
        if ((score[u] -= standing[c]) <= 0) good.remove(u)
      }
      work += 2
    }
    if (score[v] > 0) good.add(v)
    else good.remove(v)
    return work
  }
}

/** A set of small numbers as a list; adding what is there and removing what is not change nothing. */
class List {
  readonly items: Int32Array
  count = 0
  private readonly place: Int32Array

  constructor(size: number) {
    this.items = new Int32Array(size)
    this.place = new Int32Array(size).fill(-1)
  }

  add(item: number): void {
    if (this.place[item] >= 0) return
    this.place[item] = this.count
    this.items[this.count++] = item
  }

  remove(item: number): void {
    const at = this.place[item]
    if (at < 0) return
    const last = this.items[--this.count]
    this.items[at] = last
    this.place[last] = at
    this.place[item] = -1
  }

  clear(): void {
    while (this.count > 0) this.place[this.items[--this.count]] = -1
  }
}

/** Wishes by weight, their mean at `unit`; rules at `unit`. */
function basesOf(weight: Float64Array): Float64Array {
  let [total, count] = [0, 0]
  for (const w of weight) {
    if (w === Number.POSITIVE_INFINITY) continue
    total += w
    count++
  }
  const mean = total / Math.max(1, count)
  const bases = new Float64Array(weight.length).fill(unit)
  for (let c = 0; c < weight.length; c++)
    if (weight[c] !== Number.POSITIVE_INFINITY) bases[c] = Math.max(1, Math.round((unit * weight[c]) / mean))
  return bases
}
