import type { Pieces, Random } from '../../src/run/index.ts'
import type { Clauses, Occurrences } from './clauses.ts'

/** Clauses entered between two pieces of a restart. */
const together = 512

/**
 * Local search by lot: in a random broken clause a variable is drawn, the likelier the fewer clauses its flip breaks
 * (probSAT: Balint and Schöning 2012): (0.9 + breaks)⁻² for clauses of up to three, base^−breaks for longer ones. All clauses
 * count alike and none is a rule. Chances come from a table made by multiplication and division alone.
 */
export class ClauseLottery {
  readonly bits: Uint8Array
  cost = 0
  readonly brokenRules = 0
  flipped = 0
  private readonly clauses: Clauses
  private readonly random: Random
  private readonly occurrences: Occurrences
  private readonly trueCount: Int32Array
  /** Sum of the variables whose literals hold: with one of them, that one. */
  private readonly holders: Float64Array
  /** How many clauses only this variable holds. */
  private readonly breaks: Int32Array
  private readonly broken: Int32Array
  private readonly brokenAt: Int32Array
  private count = 0
  private readonly chance: Float64Array
  /** Running sums of the chances in one clause. */
  private readonly sums: Float64Array
  private readonly unit: number

  constructor(clauses: Clauses, occurrences: Occurrences, random: Random) {
    const { size, weight, start } = clauses
    this.clauses = clauses
    this.random = random
    this.occurrences = occurrences
    this.bits = new Uint8Array(size)
    this.trueCount = new Int32Array(weight.length)
    this.holders = new Float64Array(weight.length)
    this.breaks = new Int32Array(size)
    this.broken = new Int32Array(weight.length)
    this.brokenAt = new Int32Array(weight.length)
    let longest = 1
    let most = 0
    for (let c = 0; c < weight.length; c++) longest = Math.max(longest, start[c + 1] - start[c])
    const { start: first } = this.occurrences
    for (let l = 0; l < 2 * size; l++) most = Math.max(most, first[l + 1] - first[l])
    this.chance = chances(longest, most)
    this.sums = new Float64Array(longest)
    this.unit = weight.length > 0 ? weight[0] : 1
  }

  /** Begins anew from these bits. */
  *restart(bits: ArrayLike<number>): Pieces<void> {
    const { clauses, trueCount, holders, breaks } = this
    const { start, literal, weight, size } = clauses
    this.bits.set(bits)
    breaks.fill(0)
    this.count = 0
    for (let c = 0; c < weight.length; c++) {
      trueCount[c] = 0
      holders[c] = 0
      for (let k = start[c]; k < start[c + 1]; k++) {
        if (this.bits[literal[k] >> 1] === (literal[k] & 1)) continue
        trueCount[c]++
        holders[c] += literal[k] >> 1
      }
      if (trueCount[c] === 1) breaks[holders[c]]++
      if (trueCount[c] === 0) this.add(c)
      if (c % together === together - 1) yield 4 * (start[c + 1] - start[c + 1 - together])
    }
    this.cost = clauses.constant + this.unit * this.count
    yield 4 * together + size
  }

  /** One flip, of the variable `flipped`; returns the work. */
  step(): number {
    const { clauses, random, chance, breaks, sums } = this
    const { start, literal } = clauses
    if (this.count === 0) return 1
    const c = this.broken[random.below(this.count)]
    const first = start[c]
    const length = start[c + 1] - first
    let total = 0
    for (let k = 0; k < length; k++) {
      total += chance[breaks[literal[first + k] >> 1]]
      sums[k] = total
    }
    const drawn = random.unit() * total
    let pick = 0
    while (pick < length - 1 && sums[pick] <= drawn) pick++
    const work = this.flip(literal[first + pick] >> 1)
    this.cost = clauses.constant + this.unit * this.count
    return work + length + 3
  }

  private flip(v: number): number {
    const { bits, trueCount, holders, breaks, occurrences } = this
    const { start, clause } = occurrences
    const bit = (bits[v] ^= 1)
    this.flipped = v
    const [gained, lost] = [2 * v + 1 - bit, 2 * v + bit]
    for (let o = start[gained]; o < start[gained + 1]; o++) {
      const c = clause[o]
      const before = trueCount[c]++
      if (before === 0) {
        this.remove(c)
        breaks[v]++
      } else if (before === 1) breaks[holders[c]]--
      holders[c] += v
    }
    for (let o = start[lost]; o < start[lost + 1]; o++) {
      const c = clause[o]
      const after = --trueCount[c]
      holders[c] -= v
      if (after === 0) {
        this.add(c)
        breaks[v]--
      } else if (after === 1) breaks[holders[c]]++
    }
    return start[(gained | 1) + 1] - start[gained & ~1]
  }

  private add(c: number): void {
    this.brokenAt[c] = this.count
    this.broken[this.count++] = c
  }

  private remove(c: number): void {
    const last = this.broken[--this.count]
    this.broken[this.brokenAt[c]] = last
    this.brokenAt[last] = this.brokenAt[c]
  }
}

/** The authors' bases, by the longest clause. */
const bases = [0, 2.5, 2.5, 2.5, 2.85, 3.7, 5, 5.4]

function chances(longest: number, most: number): Float64Array {
  const table = new Float64Array(most + 1)
  const base = bases[Math.min(longest, bases.length - 1)]
  for (let b = 0, power = 1; b <= most; b++, power /= base)
    table[b] = longest <= 3 ? 1 / ((0.9 + b) * (0.9 + b)) : power
  return table
}
