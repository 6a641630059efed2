import { quboOf } from '../qubo/index.ts'
import { type Job, type Kernel, type Random, randomFrom, streamState } from '../run/index.ts'
import { wasmAvailable } from './arena.ts'
import { Finds, type Found, type QuboData } from './finds.ts'
import { fixedPoint } from './fixed-point.ts'
import { groupState, type LanePlan, startBits } from './sweep.ts'
import { PlainBoard, type TabuBoard, type TabuRules } from './tabu-board.ts'
import { WasmBoard } from './tabu-wasm.ts'

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

type Opening = (plan: LanePlan, x: Int8Array, rules: TabuRules, state: Uint32Array) => TabuBoard

/**
 * One-flip tabu search (Glover, Lü, Hao 2010; tenure as in Palubeckis 2004) in whole-number costs: always the cheapest
 * flip that is not tabu, or that beats the best. After 10·n moves without a better point it starts again from an
 * elite one, shaken, or from a blend of two.
 */
function* tabu(input: TabuInput, open: Opening): Job<Found> {
  const qubo = quboOf(input.qubo, input.qubo.linear, input.qubo)
  let allowance = yield { work: 0 }
  const weights = allowance > 0 && qubo.size > 0 ? fixedPoint(qubo) : null
  const setUp = Math.min(Math.floor(input.work / 4), (qubo.size + qubo.column.length) >> 3)
  if (weights !== null && setUp > 0) allowance = yield { work: setUp }
  if (weights === null || allowance === 0)
    return new Finds(qubo).add(startBits(input.key, input.search, qubo.size)).found()
  const search = new Search({ ...qubo, weights }, input, open)
  search.spent = setUp
  try {
    while (allowance > 0 && search.spent < input.work) {
      const before = search.spent
      search.run(Math.min(input.work, before + allowance))
      allowance = yield { work: Math.min(search.spent, input.work) - before }
    }
    return new Finds(qubo).add(search.board.bestPoint()).found()
  } finally {
    search.board.release()
  }
}

interface Elite {
  readonly x: Int8Array
  readonly energy: number
}

class Search {
  spent = 0
  readonly board: TabuBoard
  private readonly size: number
  private readonly random: Random
  private readonly elite: Elite[] = []

  constructor(plan: LanePlan, { key, search, tenure }: TabuInput, open: Opening) {
    this.size = plan.size
    this.random = randomFrom(streamState(key, search))
    const rules = {
      tenure: Math.max(0, Math.min(tenure ?? Math.min(20, plan.size >> 2), plan.size - 1)),
      patience: Math.max(100, 10 * plan.size),
    }
    this.board = open(plan, startBits(key, search, plan.size), rules, groupState(key, search + 2 ** 41))
  }

  run(until: number): void {
    while (this.spent < until) {
      if (this.board.weary) this.restart()
      this.spent += this.board.search(until - this.spent)
    }
  }

  private restart(): void {
    this.remember({ x: this.board.roundPoint(), energy: this.board.roundEnergy })
    this.moveTo(this.pick().x, 1)
    if (this.elite.length > 1 && this.random.uint32() & 1) this.moveTo(this.pick().x, 2)
    const flips = Math.min(this.size, 4) + this.random.below(1 + (this.size >> 3))
    for (let k = 0; k < flips; k++) this.spent += this.board.flip(this.random.below(this.size))
    this.board.startRound()
  }

  /** Keeps the best few, each energy once. */
  private remember(found: Elite): void {
    if (this.elite.some((e) => e.energy === found.energy)) return
    this.elite.push(found)
    this.elite.sort((a, b) => a.energy - b.energy)
    this.elite.length = Math.min(this.elite.length, eliteSize)
  }

  private pick(): Elite {
    return this.elite[this.random.below(this.elite.length)]
  }

  /** Flips one in `share`, at random, of the bits in which the point differs from here. */
  private moveTo(point: Int8Array, share: number): void {
    const here = this.board.point()
    for (let i = 0; i < this.size; i++) {
      if (here[i] !== point[i] && (share === 1 || this.random.below(share) === 0)) this.spent += this.board.flip(i)
    }
  }
}

/** The reference. */
export const tabuPlain: Kernel<TabuInput, Found> = {
  name: 'tabu-plain',
  start: (input) => tabu(input, (...opening) => new PlainBoard(...opening)),
}

/** Its SIMD twin: the same finds, several times faster. Where the engine has no SIMD the reference takes its place. */
export const tabuWasm: Kernel<TabuInput, Found> = {
  name: 'tabu-wasm',
  start: (input) =>
    tabu(input, (...opening) => (wasmAvailable() ? new WasmBoard(...opening) : new PlainBoard(...opening))),
}
