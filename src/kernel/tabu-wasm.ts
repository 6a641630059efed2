import { type Arena, leaseArena } from './arena.ts'
import type { LanePlan } from './sweep.ts'
import { blocksOf, flipCosts, scanWork, type TabuBoard, type TabuRules } from './tabu-board.ts'

/** The SIMD twin of `PlainBoard`. */
export class WasmBoard implements TabuBoard {
  private readonly arena: Arena
  private readonly at: Places
  private readonly plan: LanePlan
  private readonly rules: TabuRules
  /** Energy, round's best, best; then move and round's move as whole numbers. */
  private readonly energies: Float64Array
  private readonly moves: Int32Array
  private readonly signs: Int8Array
  private readonly points: Int8Array

  constructor(plan: LanePlan, x: Int8Array, rules: TabuRules, state: Uint32Array) {
    this.plan = plan
    this.rules = rules
    const padded = 8 * blocksOf(plan.size)
    this.arena = leaseArena(8192 + plan.size * 4 + padded * 11 + plan.column.length * 8)
    const { arena } = this
    this.at = reserve(arena, plan, padded)
    fill(arena, this.at, plan, x, padded)
    this.energies = arena.view(Float64Array, this.at.state, 3).fill(0)
    this.moves = arena.view(Int32Array, this.at.state + 24, 2).fill(0)
    arena.view(Uint32Array, this.at.state + 32, 4).set(state)
    this.signs = arena.view(Int8Array, this.at.signs, padded)
    this.points = arena.view(Int8Array, this.at.points, 2 * padded)
    this.points.set(this.signs)
    this.points.set(this.signs, padded)
  }

  get energy(): number {
    return this.energies[0]
  }

  get roundEnergy(): number {
    return this.energies[1]
  }

  get weary(): boolean {
    return this.moves[0] - this.moves[1] > this.rules.patience
  }

  flip(bit: number): number {
    const { costs, signs, rowStart, pairs, state } = this.at
    return this.arena.call.flip(costs, signs, rowStart, pairs, bit, state)
  }

  search(work: number): number {
    const { costs, freeAt, signs, rowStart, pairs, points, state } = this.at
    const { tenure, patience } = this.rules
    const { size } = this.plan
    const numbers = [8 * blocksOf(size), scanWork(size), tenure, patience, work]
    return this.arena.call.search(costs, freeAt, signs, rowStart, pairs, points, state, ...numbers)
  }

  startRound(): void {
    this.arena.view(Int32Array, this.at.freeAt, this.signs.length).fill(0)
    this.energies[1] = this.energies[0]
    this.moves[1] = this.moves[0]
    this.points.set(this.signs)
  }

  point = (): Int8Array => this.bitsOf(this.signs, 0)
  roundPoint = (): Int8Array => this.bitsOf(this.points, 0)
  bestPoint = (): Int8Array => this.bitsOf(this.points, this.signs.length)
  release = (): void => this.arena.release()

  private bitsOf(signs: Int8Array, from: number): Int8Array {
    return signs.slice(from, from + this.plan.size).map((sign) => (sign < 0 ? 1 : 0))
  }
}

interface Places {
  readonly costs: number
  readonly freeAt: number
  readonly signs: number
  readonly points: number
  readonly rowStart: number
  readonly pairs: number
  readonly state: number
}

function reserve(arena: Arena, { size, column }: LanePlan, padded: number): Places {
  return {
    costs: arena.reserve(padded * 4),
    freeAt: arena.reserve(padded * 4),
    signs: arena.reserve(padded),
    points: arena.reserve(padded * 2),
    rowStart: arena.reserve(size * 4 + 4),
    pairs: arena.reserve(column.length * 8),
    state: arena.reserve(48),
  }
}

function fill(arena: Arena, at: Places, plan: LanePlan, x: Int8Array, padded: number): void {
  const { size, rowStart, column, weights } = plan
  const costs = arena.view(Int32Array, at.costs, padded).fill(2147483647)
  costs.set(flipCosts(plan, x))
  arena.view(Int32Array, at.freeAt, padded).fill(0)
  const signs = arena.view(Int8Array, at.signs, padded).fill(1)
  for (let i = 0; i < size; i++) signs[i] = 1 - 2 * x[i]
  arena.view(Uint32Array, at.rowStart, size + 1).set(rowStart)
  const pairs = arena.view(Int32Array, at.pairs, column.length * 2)
  for (let k = 0; k < column.length; k++) {
    pairs[2 * k] = column[k]
    pairs[2 * k + 1] = weights.value[k]
  }
}
