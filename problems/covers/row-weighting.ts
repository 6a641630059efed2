import type { Random } from '../../src/run/index.ts'
import { coverOf, type SetSystem } from './set-system.ts'

/** Members of the cover looked at when one must go. */
const sampled = 60

/**
 * Row weighting local search (Gao, Weise and Li 2015), with costs: as long as the choice covers, it is kept if cheapest and
 * loses a set; then a set goes and one of an uncovered element comes, each the best by weight per cost; elements that stay
 * uncovered grow heavier. A set that went may not return before something near it changed.
 */
export class RowWeighting {
  readonly chosen: Uint8Array
  cost = 0
  uncovered = 0
  private readonly system: SetSystem
  private readonly random: Random
  private readonly cover: Int32Array
  /** Sum of the chosen sets that hold an element: with one, that one. */
  private readonly holders: Float64Array
  private readonly weight: Float64Array
  /** What a chosen set alone covers, or what another would newly cover, in weight. */
  private readonly score: Float64Array
  private readonly changedAt: Float64Array
  private readonly mayReturn: Uint8Array
  private readonly members: Int32Array
  private readonly memberAt: Int32Array
  private count = 0
  private readonly open: Int32Array
  private readonly openAt: Int32Array
  private newest = -1
  private time = 0

  constructor(system: SetSystem, start: ArrayLike<number>, random: Random) {
    const { size, elements, setStart } = system
    this.system = system
    this.random = random
    this.chosen = new Uint8Array(size)
    this.cover = new Int32Array(elements)
    this.holders = new Float64Array(elements)
    this.weight = new Float64Array(elements).fill(1)
    this.score = Float64Array.from({ length: size }, (_, j) => setStart[j + 1] - setStart[j])
    this.changedAt = new Float64Array(size)
    this.mayReturn = new Uint8Array(size).fill(1)
    this.members = new Int32Array(size)
    this.memberAt = new Int32Array(size).fill(-1)
    this.open = Int32Array.from({ length: elements }, (_, i) => i)
    this.openAt = this.open.slice()
    this.uncovered = elements
    for (let j = 0; j < size; j++) if (start[j]) this.add(j)
  }

  /** One exchange towards a cover below the limit; returns the work. True `uncovered === 0` afterwards means: a cover. */
  step(limit: number): number {
    let work = 10
    if (this.uncovered === 0 || this.cost >= limit) {
      if (this.count === 0) return work
      return work + this.remove(this.cheapestLoss())
    }
    if (this.count > 0) work += this.remove(this.cheapestLoss())
    const pick = this.bestGain(limit)
    if (pick >= 0) work += this.add(pick)
    this.newest = pick
    return work + this.grow()
  }

  /** The chosen set that loses least weight per cost, of a sample where there are many. */
  private cheapestLoss(): number {
    const { members, count, score, changedAt, system, random, newest } = this
    const { cost } = system
    const looks = Math.min(count, sampled)
    let best = -1
    for (let k = 0; k < looks; k++) {
      const j = members[count <= sampled ? k : random.below(count)]
      if (j === newest && count > 1) continue
      if (best < 0) best = j
      const gap = score[j] * cost[best] - score[best] * cost[j]
      if (gap < 0 || (gap === 0 && changedAt[j] < changedAt[best])) best = j
    }
    return best < 0 ? members[0] : best
  }

  /** Of the sets that hold a random uncovered element and stay below the limit: most weight per cost. */
  private bestGain(limit: number): number {
    const { score, changedAt, system, mayReturn } = this
    const { cost, elementStart, set } = system
    const i = this.open[this.random.below(this.uncovered)]
    let best = -1
    for (let k = elementStart[i]; k < elementStart[i + 1]; k++) {
      const j = set[k]
      if (!mayReturn[j] || this.cost + cost[j] >= limit) continue
      if (best < 0) best = j
      const gap = score[j] * cost[best] - score[best] * cost[j]
      if (gap > 0 || (gap === 0 && changedAt[j] < changedAt[best])) best = j
    }
    return best
  }

  /** Uncovered elements grow heavier by 1. */
  private grow(): number {
    const { elementStart, set } = this.system
    let work = 1
    for (let o = 0; o < this.uncovered; o++) {
      const i = this.open[o]
      this.weight[i]++
      for (let k = elementStart[i]; k < elementStart[i + 1]; k++) this.score[set[k]]++
      work += elementStart[i + 1] - elementStart[i]
    }
    return work
  }

  private add(j: number): number {
    const { cost, setStart, element, elementStart, set } = this.system
    const { cover, holders, weight, score, mayReturn } = this
    let work = 4
    this.chosen[j] = 1
    this.cost += cost[j]
    this.memberAt[j] = this.count
    this.members[this.count++] = j
    this.changedAt[j] = ++this.time
    for (let k = setStart[j]; k < setStart[j + 1]; k++) {
      const i = element[k]
      const before = cover[i]++
      if (before === 0) {
        for (let o = elementStart[i]; o < elementStart[i + 1]; o++) {
          score[set[o]] -= weight[i]
          mayReturn[set[o]] = 1
        }
        score[j] += weight[i]
        this.close(i)
        work += elementStart[i + 1] - elementStart[i]
      } else if (before === 1) score[holders[i]] -= weight[i]
      holders[i] += j
      work += 2
    }
    return work
  }

  private remove(j: number): number {
    const { cost, setStart, element, elementStart, set } = this.system
    const { cover, holders, weight, score, mayReturn, members, memberAt } = this
    let work = 4
    this.chosen[j] = 0
    this.cost -= cost[j]
    members[memberAt[j]] = members[--this.count]
    memberAt[members[memberAt[j]]] = memberAt[j]
    this.changedAt[j] = ++this.time
    for (let k = setStart[j]; k < setStart[j + 1]; k++) {
      const i = element[k]
      const after = --cover[i]
      holders[i] -= j
      if (after === 0) {
        score[j] -= weight[i]
        for (let o = elementStart[i]; o < elementStart[i + 1]; o++) {
          score[set[o]] += weight[i]
          mayReturn[set[o]] = 1
        }
        this.openAt[i] = this.uncovered
        this.open[this.uncovered++] = i
        work += elementStart[i + 1] - elementStart[i]
      } else if (after === 1) score[holders[i]] += weight[i]
      work += 2
    }
    mayReturn[j] = 0
    return work
  }

  private close(i: number): void {
    const last = this.open[--this.uncovered]
    this.open[this.openAt[i]] = last
    this.openAt[last] = this.openAt[i]
  }

  /** True when every count is what the chosen sets make it; for tests. */
  isConsistent(): boolean {
    const cover = coverOf(this.system, this.chosen)
    return cover.every((count, i) => count === this.cover[i]) && cover.filter((c) => c === 0).length === this.uncovered
  }
}
