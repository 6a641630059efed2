import { type Qubo, quboEnergy } from '../qubo/index.ts'

/** A point being improved, with what each flip would cost. Changed in place by `flip`; everything else reads it. */
export interface Position {
  readonly x: Int8Array
  /** E(flip i) − E(x), for every variable i. */
  readonly gain: Float64Array
  energy: number
}

/** The position at a copy of x. O(couplings). */
export function positionAt(qubo: Qubo, x: ArrayLike<number>): Position {
  const { size, rowStart, column, value, linear } = qubo
  const gain = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let local = linear[i]
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (x[column[k]]) local += value[k]
    gain[i] = x[i] ? -local : local
  }
  return { x: Int8Array.from(x), gain, energy: quboEnergy(qubo, x) }
}

/** Flips variable i. O(its couplings). */
export function flip({ rowStart, column, value }: Qubo, position: Position, i: number): void {
  const { x, gain } = position
  position.energy += gain[i]
  gain[i] = -gain[i]
  x[i] ^= 1
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    gain[j] += x[i] === x[j] ? -value[k] : value[k]
  }
}
