import type { Milp } from '../qubo/index.ts'

/** Rows of a linear programme, growing. */
export class Rows {
  private readonly starts: number[] = [0]
  private readonly columns: number[] = []
  private readonly values: number[] = []
  private readonly lowers: number[] = []
  private readonly uppers: number[] = []

  /** lower ≤ Σ values[k]·columns[k] ≤ upper. */
  add(columns: ArrayLike<number>, values: ArrayLike<number>, lower: number, upper: number): void {
    for (let k = 0; k < columns.length; k++) {
      this.columns.push(columns[k])
      this.values.push(values[k])
    }
    this.starts.push(this.columns.length)
    this.lowers.push(lower)
    this.uppers.push(upper)
  }

  frozen(): Pick<Milp, 'rows' | 'rowStart' | 'column' | 'value' | 'rowLower' | 'rowUpper'> {
    return {
      rows: this.lowers.length,
      rowStart: Uint32Array.from(this.starts),
      column: Uint32Array.from(this.columns),
      value: Float64Array.from(this.values),
      rowLower: Float64Array.from(this.lowers),
      rowUpper: Float64Array.from(this.uppers),
    }
  }
}
