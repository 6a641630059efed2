import { advance, type LanePlan, wholeFields } from './sweep.ts'

/** The position of one tabu search, in whole-number costs; energies count from the start point. */
export interface TabuBoard {
  readonly energy: number
  /** The best energy since `startRound`. */
  readonly roundEnergy: number
  /** Flips a bit, whatever it costs; returns the work. */
  flip(bit: number): number
  /** Moves until `work` units are spent, or for `patience` moves nothing new was best in this round; returns the work. */
  search(work: number): number
  /** True when the round ran out of patience. */
  readonly weary: boolean
  /** From here on all bits are free, and the best of the round is here. */
  startRound(): void
  point(): Int8Array
  roundPoint(): Int8Array
  bestPoint(): Int8Array
  release(): void
}

export interface TabuRules {
  /** A flipped bit stays for `tenure` moves and up to nine more. */
  readonly tenure: number
  readonly patience: number
}

/** Bits rounded up to whole blocks of eight: a scan begins at a random block. */
export const blocksOf = (size: number): number => (size + 7) >> 3

/** Work of one look at every bit. */
export const scanWork = (size: number): number => 1 + (size >> 3)

/** Work of one flip. */
const flipWork = (degree: number): number => 1 + (degree >> 2)

/** What flipping each bit would cost. */
export function flipCosts(plan: LanePlan, x: Int8Array): Int32Array {
  return wholeFields(plan, x).map((field, i) => (x[i] ? -field : field))
}

/** A whole number below `bound` from a word of 32 bits. */
const below = (word: number, bound: number): number => Math.floor((word / 4294967296) * bound)

/** The reference: always the cheapest flip that is free, or that leads below the best; bit for bit as the SIMD twin. */
export class PlainBoard implements TabuBoard {
  energy = 0
  roundEnergy = 0
  private bestEnergy = 0
  private move = 0
  private roundMove = 0
  private readonly x: Int8Array
  private readonly round: Int8Array
  private readonly best: Int8Array
  private readonly cost: Int32Array
  /** The move number from which a bit may be flipped again. */
  private readonly freeAt: Int32Array
  private readonly plan: LanePlan
  private readonly state: Uint32Array
  private readonly rules: TabuRules

  constructor(plan: LanePlan, x: Int8Array, rules: TabuRules, state: Uint32Array) {
    this.plan = plan
    this.rules = rules
    this.state = state
    this.x = x.slice()
    this.round = x.slice()
    this.best = x.slice()
    this.cost = flipCosts(plan, x)
    this.freeAt = new Int32Array(plan.size)
  }

  get weary(): boolean {
    return this.move - this.roundMove > this.rules.patience
  }

  flip(bit: number): number {
    const { rowStart, column, weights } = this.plan
    const { x, cost } = this
    const { value } = weights
    const end = rowStart[bit + 1]
    this.energy += cost[bit]
    cost[bit] = -cost[bit]
    const sign = x[bit] === 0 ? 1 : -1
    x[bit] ^= 1
    // Raising a neighbour costs q more once this bit is 1; lowering it saves as much.
    for (let k = rowStart[bit]; k < end; k++) {
      const j = column[k]
      cost[j] += x[j] === 0 ? sign * value[k] : -sign * value[k]
    }
    return flipWork(end - rowStart[bit])
  }

  search(work: number): number {
    const { size } = this.plan
    const { tenure } = this.rules
    const spread = Math.min(10, tenure + 1)
    let spent = 0
    while (spent < work && !this.weary) {
      const start = 8 * below(advance(this.state), blocksOf(size))
      const bit = cheapest(this.cost, this.freeAt, this.move, this.bestEnergy - this.energy, start)
      this.move++
      spent += scanWork(size) + this.flip(bit)
      this.freeAt[bit] = this.move + tenure + below(advance(this.state), spread)
      if (this.energy < this.roundEnergy) this.note()
    }
    return spent
  }

  private note(): void {
    this.roundEnergy = this.energy
    this.roundMove = this.move
    this.round.set(this.x)
    if (this.energy >= this.bestEnergy) return
    this.bestEnergy = this.energy
    this.best.set(this.x)
  }

  startRound(): void {
    this.freeAt.fill(0)
    this.roundEnergy = this.energy
    this.roundMove = this.move
    this.round.set(this.x)
  }

  point = (): Int8Array => this.x.slice()
  roundPoint = (): Int8Array => this.round.slice()
  bestPoint = (): Int8Array => this.best.slice()
  release(): void {}
}

/** The first of the cheapest bits, counted from `start` round, that is free or costs less than `aspiration`. */
function cheapest(cost: Int32Array, freeAt: Int32Array, move: number, aspiration: number, start: number): number {
  const size = cost.length
  let bit = start
  let least = 2147483647
  for (let i = start; i < size; i++) {
    if (cost[i] < least && (freeAt[i] <= move || cost[i] < aspiration)) {
      least = cost[i]
      bit = i
    }
  }
  for (let i = 0; i < start; i++) {
    if (cost[i] < least && (freeAt[i] <= move || cost[i] < aspiration)) {
      least = cost[i]
      bit = i
    }
  }
  return bit
}
