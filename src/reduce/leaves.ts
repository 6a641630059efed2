import { couplingsFromCoo, type Qubo, quboOf } from '../qubo/index.ts'
import type { Reduction } from './substitute.ts'

/** One eliminated variable: its best value is 1 exactly when linear + Σ values·x[neighbours] < 0. */
interface Elimination {
  readonly variable: number
  readonly linear: number
  readonly neighbours: readonly number[]
  readonly values: readonly number[]
  /** The least energy of the variable as a polynomial of its neighbours: constant, linear of each, product. */
  readonly least: readonly [number, number, number, number]
}

/**
 * Minimises out every variable with at most two neighbours: min over x of x·(l + q·a + r·b) is again quadratic in the bits a
 * and b, so trees and rings vanish whole (bucket elimination, Dechter 1999, at width two). Members of groups are left alone.
 * O(couplings) in all.
 */
export function pruneLeaves(qubo: Qubo): Reduction {
  const graph = new Shrinking(qubo)
  const eliminated = graph.prune()
  const kept = Uint32Array.from(Array.from({ length: qubo.size }, (_, i) => i).filter((i) => !graph.isGone[i]))
  return {
    to: eliminated.length === 0 ? qubo : graph.rest(kept),
    lift: (y) => lift(qubo.size, kept, eliminated, y),
    lower: (x) => Int8Array.from(kept, (i) => x[i]),
    scale: 1,
    constant: 0,
    notes: [],
  }
}

function lift(size: number, kept: Uint32Array, eliminated: readonly Elimination[], y: ArrayLike<number>): Int8Array {
  const x = new Int8Array(size)
  for (let k = 0; k < kept.length; k++) x[kept[k]] = y[k]
  for (let k = eliminated.length - 1; k >= 0; k--) {
    const { variable, linear, neighbours, values } = eliminated[k]
    const slope = neighbours.reduce((sum, j, n) => sum + values[n] * x[j], linear)
    x[variable] = slope < 0 ? 1 : 0
  }
  return x
}

/** The Qubo while variables leave it; rows become maps when they first change. */
class Shrinking {
  readonly isGone: Uint8Array
  private readonly qubo: Qubo
  private readonly linear: Float64Array
  private readonly changed = new Map<number, Map<number, number>>()
  private readonly isMember: Uint8Array
  private offset: number

  constructor(qubo: Qubo) {
    this.qubo = qubo
    this.linear = qubo.linear.slice()
    this.offset = qubo.offset
    this.isGone = new Uint8Array(qubo.size)
    this.isMember = new Uint8Array(qubo.size)
    for (const { members } of qubo.groups) for (const i of members) this.isMember[i] = 1
  }

  prune(): Elimination[] {
    const eliminated: Elimination[] = []
    const waiting: number[] = []
    for (let i = this.qubo.size - 1; i >= 0; i--) if (this.degree(i) <= 2) waiting.push(i)
    while (waiting.length > 0) {
      const i = waiting.pop() as number
      if (this.isGone[i] || this.isMember[i] || this.degree(i) > 2) continue
      const elimination = this.leastOf(i)
      eliminated.push(elimination)
      this.remove(elimination)
      waiting.push(...elimination.neighbours)
    }
    return eliminated
  }

  rest(kept: Uint32Array): Qubo {
    const position = new Int32Array(this.qubo.size).fill(-1)
    kept.forEach((i, k) => {
      position[i] = k
    })
    const rows: number[] = []
    const columns: number[] = []
    const values: number[] = []
    for (const i of kept) {
      this.eachCoupling(i, (j, value) => {
        if (j > i) return
        rows.push(position[i])
        columns.push(position[j])
        values.push(value)
      })
    }
    const linear = Float64Array.from(kept, (i) => this.linear[i])
    const couplings = couplingsFromCoo(kept.length, rows, columns, values, linear)
    const groups = this.qubo.groups.map((group) => ({ ...group, members: group.members.map((i) => position[i]) }))
    return quboOf(couplings, linear, { offset: this.offset, groups, native: this.qubo.native })
  }

  private degree(i: number): number {
    return this.changed.get(i)?.size ?? this.qubo.rowStart[i + 1] - this.qubo.rowStart[i]
  }

  private eachCoupling(i: number, visit: (j: number, value: number) => void): void {
    const row = this.changed.get(i)
    if (row) for (const [j, value] of row) visit(j, value)
    else
      for (let k = this.qubo.rowStart[i]; k < this.qubo.rowStart[i + 1]; k++)
        visit(this.qubo.column[k], this.qubo.value[k])
  }

  private leastOf(variable: number): Elimination {
    const neighbours: number[] = []
    const values: number[] = []
    this.eachCoupling(variable, (j, value) => {
      neighbours.push(j)
      values.push(value)
    })
    const linear = this.linear[variable]
    const [a = 0, b = 0] = values
    const none = Math.min(0, linear)
    const first = Math.min(0, linear + a)
    const second = Math.min(0, linear + b)
    const both = Math.min(0, linear + a + b)
    return {
      variable,
      linear,
      neighbours,
      values,
      least: [none, first - none, second - none, both - first - second + none],
    }
  }

  private remove({ variable, neighbours, least: [constant, first, second, product] }: Elimination): void {
    this.isGone[variable] = 1
    this.offset += constant
    const [a, b] = neighbours
    for (const j of neighbours) this.row(j).delete(variable)
    if (a !== undefined) this.linear[a] += first
    if (b === undefined) return
    this.linear[b] += second
    this.couple(a, b, product)
  }

  private couple(a: number, b: number, value: number): void {
    if (value === 0) return
    const sum = (this.row(a).get(b) ?? 0) + value
    for (const [i, j] of [
      [a, b],
      [b, a],
    ]) {
      if (sum === 0) this.row(i).delete(j)
      else this.row(i).set(j, sum)
    }
  }

  private row(i: number): Map<number, number> {
    const known = this.changed.get(i)
    if (known) return known
    const row = new Map<number, number>()
    this.eachCoupling(i, (j, value) => row.set(j, value))
    this.changed.set(i, row)
    return row
  }
}
