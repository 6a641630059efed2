import { type Qubo, quboEnergy } from '../qubo/index.ts'

/** A Qubo without its hash: what travels to a worker. */
export type QuboData = Omit<Qubo, 'kind' | 'hash'>

export const quboData = ({ size, offset, linear, rowStart, column, value, groups, native }: Qubo): QuboData => ({
  size,
  offset,
  linear,
  rowStart,
  column,
  value,
  groups,
  native,
})

/** What a kernel hands back: points in the order of reads, `bits` being rows of `size`, with their energies. */
export interface Found {
  readonly bits: Int8Array
  readonly energies: Float64Array
}

/** Points as they come, each with its energy recomputed from the Qubo. */
export class Finds {
  private readonly points: Int8Array[] = []
  private readonly energies: number[] = []
  private readonly qubo: Qubo

  constructor(qubo: Qubo) {
    this.qubo = qubo
  }

  add(x: Int8Array): this {
    this.points.push(x)
    this.energies.push(quboEnergy(this.qubo, x))
    return this
  }

  found(): Found {
    const { size } = this.qubo
    const bits = new Int8Array(this.points.length * size)
    for (const [r, x] of this.points.entries()) bits.set(x, r * size)
    return { bits, energies: Float64Array.from(this.energies) }
  }
}
