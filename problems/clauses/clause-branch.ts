import { type Clauses, type Occurrences, occurrencesOf } from './clauses.ts'

/**
 * Exact weighted partial max-SAT by depth-first branch and bound, in pieces: a bound from the clauses with one literal left
 * (Wallace and Freuder 1996; Shen and Zhang 2004), literals forced where their opposite would reach the limit, branching
 * where short clauses are heaviest on both sides (after Jeroslow and Wang 1990). With a limit of one clause this is DPLL.
 */
export class ClauseBranch {
  /** True when every assignment below the limit was seen. */
  done = false
  private readonly clauses: Clauses
  private readonly occurrences: Occurrences
  /** 0, 1, or 2 while open. */
  private readonly bits: Uint8Array
  private readonly trueCount: Int32Array
  private readonly free: Int32Array
  /** Weight of the clauses with only this literal left. */
  private readonly alone: Float64Array
  private readonly aloneRules: Int32Array
  private readonly trail: Int32Array
  private set = 0
  /** Trail length before each decision; negative −1 − length once its other side is being looked at. */
  private readonly marks: number[] = []
  private lost: number
  private lostRules = 0

  constructor(clauses: Clauses) {
    const { size, weight, start } = clauses
    this.clauses = clauses
    this.occurrences = occurrencesOf(clauses)
    this.bits = new Uint8Array(size).fill(2)
    this.trueCount = new Int32Array(weight.length)
    this.free = Int32Array.from(weight, (_, c) => start[c + 1] - start[c])
    this.alone = new Float64Array(2 * size)
    this.aloneRules = new Int32Array(2 * size)
    this.trail = new Int32Array(size)
    this.lost = clauses.constant
    for (let c = 0; c < weight.length; c++) if (this.free[c] === 1) this.count(c, 1)
  }

  /** Looks for an assignment below the limit until `work` is done, one is found or none is left. */
  advance(limit: number, work: number): { work: number; found: Uint8Array | null } {
    let spent = 0
    while (spent < work && !this.done) {
      spent += 10
      const forced = this.propagate(limit)
      spent += forced.work
      if (forced.dead) spent += this.backtrack()
      else if (this.set === this.clauses.size) {
        const found = this.bits.slice()
        return { work: spent + this.backtrack(), found }
      } else spent += this.branch()
    }
    return { work: spent, found: null }
  }

  /** Sets what must be set; `dead` when nothing below the limit is left here. */
  private propagate(limit: number): { work: number; dead: boolean } {
    const { size } = this.clauses
    let work = 0
    for (let again = true; again; ) {
      again = false
      work += 2 * size
      let bound = this.lost
      for (let v = 0; v < size; v++) {
        if (this.bits[v] !== 2) continue
        bound += Math.min(this.alone[2 * v], this.alone[2 * v + 1])
        if (this.aloneRules[2 * v] > 0 && this.aloneRules[2 * v + 1] > 0) return { work, dead: true }
      }
      if (this.lostRules > 0 || bound >= limit) return { work, dead: true }
      for (let l = 0; l < 2 * size; l++) {
        if (this.bits[l >> 1] !== 2) continue
        const price = bound + this.alone[l] - Math.min(this.alone[l], this.alone[l ^ 1])
        if (this.aloneRules[l] === 0 && price < limit) continue
        work += this.assign(l)
        again = true
        if (this.lost >= limit || this.lostRules > 0) return { work, dead: true }
        break
      }
    }
    return { work, dead: false }
  }

  private branch(): number {
    const { start, literal, weight, size } = this.clauses
    const pull = new Float64Array(2 * size)
    for (let c = 0; c < weight.length; c++) {
      if (this.trueCount[c] > 0 || this.free[c] === 0) continue
      const share = Math.min(weight[c], 1e6) / (1 << (2 * Math.min(12, this.free[c])))
      for (let k = start[c]; k < start[c + 1]; k++) if (this.bits[literal[k] >> 1] === 2) pull[literal[k]] += share
    }
    let best = -1
    let most = -1
    for (let v = 0; v < size; v++) {
      if (this.bits[v] !== 2) continue
      const value = pull[2 * v] + pull[2 * v + 1] + 64 * pull[2 * v] * pull[2 * v + 1]
      if (value <= most) continue
      most = value
      best = v
    }
    this.marks.push(this.set)
    return literal.length + size + this.assign(pull[2 * best] >= pull[2 * best + 1] ? 2 * best : 2 * best + 1)
  }

  /** Back to the last decision with a side left, and to that side. */
  private backtrack(): number {
    let work = 1
    for (let mark = this.marks.pop(); mark !== undefined; mark = this.marks.pop()) {
      const to = mark < 0 ? -1 - mark : mark
      const decided = this.trail[to]
      while (this.set > to) work += this.retract()
      if (mark < 0) continue
      this.marks.push(-1 - to)
      return work + this.assign(decided ^ 1)
    }
    this.done = true
    return work
  }

  /** Makes literal l true. */
  private assign(l: number): number {
    const { start, clause } = this.occurrences
    this.bits[l >> 1] = (l & 1) ^ 1
    this.trail[this.set++] = l
    for (let o = start[l]; o < start[l + 1]; o++) {
      const c = clause[o]
      if (this.trueCount[c]++ === 0 && this.free[c] === 1) this.count(c, -1, l)
      this.free[c]--
    }
    for (let o = start[l ^ 1]; o < start[(l ^ 1) + 1]; o++) {
      const c = clause[o]
      const left = --this.free[c]
      if (this.trueCount[c] > 0) continue
      if (left === 1) this.count(c, 1)
      if (left === 0) this.lose(c, 1, l ^ 1)
    }
    return 4 * (start[(l | 1) + 1] - start[l & ~1])
  }

  private retract(): number {
    const { start, clause } = this.occurrences
    const l = this.trail[--this.set]
    for (let o = start[l ^ 1]; o < start[(l ^ 1) + 1]; o++) {
      const c = clause[o]
      const left = this.free[c]++
      if (this.trueCount[c] > 0) continue
      if (left === 1) this.count(c, -1)
      if (left === 0) this.lose(c, -1, l ^ 1)
    }
    for (let o = start[l]; o < start[l + 1]; o++) {
      const c = clause[o]
      this.free[c]++
      if (--this.trueCount[c] === 0 && this.free[c] === 1) this.count(c, 1, l)
    }
    this.bits[l >> 1] = 2
    return 4 * (start[(l | 1) + 1] - start[l & ~1])
  }

  /** A clause has one literal left (by = 1), or no longer (−1). */
  private count(c: number, by: 1 | -1, left = this.lastOf(c)): void {
    const weight = this.clauses.weight[c]
    if (weight === Number.POSITIVE_INFINITY) this.aloneRules[left] += by
    else this.alone[left] += by * weight
  }

  /** Its last literal failed: the clause is lost (1), or that is taken back. */
  private lose(c: number, by: 1 | -1, last: number): void {
    this.count(c, by === 1 ? -1 : 1, last)
    const weight = this.clauses.weight[c]
    if (weight === Number.POSITIVE_INFINITY) this.lostRules += by
    else this.lost += by * weight
  }

  private lastOf(c: number): number {
    const { start, literal } = this.clauses
    for (let k = start[c]; k < start[c + 1]; k++) if (this.bits[literal[k] >> 1] === 2) return literal[k]
    return -1
  }
}
