import type { Qubo } from '../qubo/index.ts'
import { type Part, type Purse, pay } from './purse.ts'

/** Fields of a point: what raising bit i would add, field[i] = linear[i] + Σ q_ij·x_j. O(n + couplings). */
export function fieldsAt(qubo: Qubo, x: Int8Array): Float64Array {
  const { size, rowStart, column, value } = qubo
  const field = qubo.linear.slice()
  for (let i = 0; i < size; i++) {
    if (!x[i]) continue
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) field[column[k]] += value[k]
  }
  return field
}

/** Flips bits of `x` in place while that lowers the energy, going round the variables; bounded pieces. */
export class Descent {
  private readonly field: Float64Array
  private at = 0
  /** Variables looked at since the last flip. */
  private still = 0
  private readonly qubo: Qubo
  private readonly x: Int8Array

  constructor(qubo: Qubo, x: Int8Array) {
    this.qubo = qubo
    this.x = x
    this.field = fieldsAt(qubo, x)
  }

  /** No single flip lowers the energy. */
  get done(): boolean {
    return this.still >= this.qubo.size
  }

  /** Looks at variables until about `visits` of them and of changed couplings were seen; returns how many. */
  advance(visits: number): number {
    const { size, rowStart, column, value } = this.qubo
    const { x, field } = this
    let seen = 0
    for (; seen < visits && this.still < size; this.at = this.at + 1 === size ? 0 : this.at + 1) {
      const i = this.at
      seen++
      this.still++
      if ((x[i] ? -field[i] : field[i]) >= 0) continue
      const step = x[i] ? -1 : 1
      x[i] += step
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) field[column[k]] += value[k] * step
      seen += rowStart[i + 1] - rowStart[i]
      this.still = 1
    }
    return seen
  }
}

/** The fixed price of one descent, paid in full whatever it takes: so that the work of a job is known before it runs. */
export const descentWork = (size: number, couplings: number): number => 1 + size + (couplings >> 1)

/**
 * Descends to a local minimum, paying its price; four visits cost a unit. (Stops short only if the price is spent:
 * eight rounds and as many flips as there are bits.) False when the job was told to stop.
 */
export function* descend(qubo: Qubo, x: Int8Array, purse: Purse): Part<boolean> {
  const price = descentWork(qubo.size, qubo.column.length)
  const run = new Descent(qubo, x)
  let paid = price >> 3
  if (!(yield* pay(purse, paid))) return false
  while (!run.done && paid < price) {
    const units = Math.min(price - paid, Math.ceil(run.advance(1024) / 4))
    paid += units
    if (!(yield* pay(purse, units))) return false
  }
  return paid === price || (yield* pay(purse, price - paid))
}

/** What a stopped job may still do on its way out: about half a millisecond of descent for all its points. */
export function hurried(qubo: Qubo, x: Int8Array, points = 1): Int8Array {
  if (qubo.column.length <= 200_000) new Descent(qubo, x).advance(100_000 / points)
  return x
}
