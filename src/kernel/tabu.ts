import { quboOf } from '../qubo/index.ts'
import { type Job, type Kernel, type Random, randomFrom, streamState } from '../run/index.ts'
import { Finds, type Found, type QuboData } from './finds.ts'
import { fixedPoint } from './fixed-point.ts'
import { type LanePlan, startBits, wholeFields } from './sweep.ts'

/** One search of `work` units, number `search` of the key's streams. `tenure`: moves for which a flipped bit stays put. */
export interface TabuInput {
  readonly qubo: QuboData
  readonly key: Uint32Array
  readonly search: number
  readonly work: number
  readonly tenure?: number
}

/** Elite points kept for restarts. */
const eliteSize = 8

/** Work of one move of mean degree: looking at every bit costs an eighth of a unit each, a changed coupling a quarter. */
export const tabuMoveWork = ({ size, column }: QuboData): number =>
  2 + (size >> 3) + Math.ceil(column.length / (4 * Math.max(1, size)))

/**
 * One-flip tabu search (Glover, Lü, Hao 2010; tenure as in Palubeckis 2004) in whole-number costs: always the cheapest
 * flip that is not tabu, or that beats the best. After 10·n moves without a better point it starts again from an
 * elite one, shaken, or from a blend of two.
 */
function* tabu(input: TabuInput): Job<Found> {
  const qubo = quboOf(input.qubo, input.qubo.linear, input.qubo)
  const search = new Search({ ...qubo, weights: fixedPoint(qubo) }, input)
  let allowance = yield { work: 0 }
  while (allowance > 0 && search.spent < input.work && qubo.size > 0) {
    const before = search.spent
    search.run(Math.min(input.work, before + allowance))
    allowance = yield { work: Math.min(search.spent, input.work) - before }
  }
  return new Finds(qubo).add(search.best).found()
}

class Search {
  spent = 0
  best: Int8Array
  private readonly plan: LanePlan
  private readonly random: Random
  private readonly x: Int8Array
  /** What flipping each bit would cost. */
  private readonly cost: Int32Array
  /** The move number from which a bit may be flipped again. */
  private readonly freeAt: Float64Array
  private readonly tenure: number
  private readonly patience: number
  private readonly elite: { x: Int8Array; energy: number }[] = []
  private move = 0
  /** Energies count from the start point. */
  private energy = 0
  private bestEnergy = 0
  /** Of this start: its best point and when it was found. */
  private roundBest = 0
  private roundPoint: Int8Array
  private roundMove = 0

  constructor(plan: LanePlan, { key, search, tenure }: TabuInput) {
    this.plan = plan
    this.random = randomFrom(streamState(key, search))
    this.x = startBits(key, search, plan.size)
    this.cost = wholeFields(plan, this.x).map((field, i) => (this.x[i] ? -field : field))
    this.freeAt = new Float64Array(plan.size)
    this.tenure = Math.min(tenure ?? Math.min(20, plan.size >> 2), plan.size - 1)
    this.patience = Math.max(100, 10 * plan.size)
    this.best = this.x.slice()
    this.roundPoint = this.x.slice()
  }

  run(until: number): void {
    while (this.spent < until) {
      if (this.move - this.roundMove > this.patience) this.restart()
      this.step()
    }
  }

  private step(): void {
    const bit = cheapest(this.cost, this.freeAt, this.move, this.bestEnergy - this.energy, this.random.uint32())
    this.move++
    this.spent += 1 + (this.x.length >> 3)
    this.flip(bit)
    this.freeAt[bit] = this.move + this.tenure + this.random.below(Math.min(10, this.tenure + 1))
    if (this.energy >= this.roundBest) return
    this.roundBest = this.energy
    this.roundMove = this.move
    this.roundPoint.set(this.x)
    if (this.energy >= this.bestEnergy) return
    this.bestEnergy = this.energy
    this.best.set(this.x)
  }

  private flip(bit: number): void {
    const { rowStart, column, weights } = this.plan
    const { value } = weights
    const { x, cost } = this
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
    this.spent += 1 + ((end - rowStart[bit]) >> 2)
  }

  private restart(): void {
    this.remember({ x: this.roundPoint.slice(), energy: this.roundBest })
    const from = this.elite[this.random.below(this.elite.length)]
    this.moveTo(from.x)
    if (this.elite.length > 1 && this.random.uint32() & 1)
      this.blend(this.elite[this.random.below(this.elite.length)].x)
    this.shake()
    this.freeAt.fill(0)
    this.roundBest = this.energy
    this.roundPoint.set(this.x)
    this.roundMove = this.move
  }

  /** Keeps the best few, each energy once. */
  private remember(found: { x: Int8Array; energy: number }): void {
    if (this.elite.some((e) => e.energy === found.energy)) return
    this.elite.push(found)
    this.elite.sort((a, b) => a.energy - b.energy)
    this.elite.length = Math.min(this.elite.length, eliteSize)
  }

  private moveTo(point: Int8Array): void {
    for (let i = 0; i < point.length; i++) if (this.x[i] !== point[i]) this.flip(i)
  }

  /** Takes every other of the bits in which the point differs from here, at random. */
  private blend(point: Int8Array): void {
    for (let i = 0; i < point.length; i++) if (this.x[i] !== point[i] && this.random.uint32() & 1) this.flip(i)
  }

  private shake(): void {
    const { size } = this.plan
    const flips = Math.min(size, 4) + this.random.below(1 + (size >> 3))
    for (let k = 0; k < flips; k++) this.flip(this.random.below(size))
  }
}

/** The cheapest bit that is free, or that would beat the best (`aspiration`: costs below it do); ties go by the word. */
function cheapest(cost: Int32Array, freeAt: Float64Array, move: number, aspiration: number, word: number): number {
  const size = cost.length
  const start = Math.floor((word / 4294967296) * size)
  let bit = -1
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
  return bit < 0 ? start : bit
}

export const tabuPlain: Kernel<TabuInput, Found> = { name: 'tabu', start: tabu }
