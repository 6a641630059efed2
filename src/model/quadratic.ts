import { IsinglassError } from '../errors.ts'

/** A constant, `[coefficient, column]` or `[coefficient, column, column]`. */
export type Term = number | readonly [number, number] | readonly [number, number, number]

interface SymmetricRows {
  readonly size: number
  readonly rowStart: ArrayLike<number>
  readonly column: ArrayLike<number>
  readonly value: ArrayLike<number>
}

/** A quadratic polynomial as growing coordinate lists; repeated terms add up when it is compiled. */
export class Quadratic {
  constant = 0
  readonly linearColumns: number[] = []
  readonly linearValues: number[] = []
  readonly rows: number[] = []
  readonly columns: number[] = []
  readonly values: number[] = []

  add(term: Term): void {
    if (typeof term === 'number') this.addConstant(term)
    else if (term.length === 2) this.addLinear(term[1], term[0])
    else this.addPair(term[1], term[2], term[0])
  }

  addConstant(value: number): void {
    this.constant += finite(value)
  }

  addLinear(column: number, value: number): void {
    this.linearColumns.push(column)
    this.linearValues.push(finite(value))
  }

  /** value · column · other; other may equal column (a square). */
  addPair(column: number, other: number, value: number): void {
    if (this.rows.length === mostPairs) refuseMore()
    this.rows.push(column)
    this.columns.push(other)
    this.values.push(finite(value))
  }

  /** A whole form at once: linear[i] per column, pairs as symmetric compressed rows, each pair taken once; zeros left out. */
  addForm(linear: ArrayLike<number>, { size, rowStart, column, value }: SymmetricRows, offset = 0): void {
    this.addConstant(offset)
    for (let i = 0; i < size; i++) {
      if (linear[i] !== 0) this.addLinear(i, linear[i])
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (column[k] > i) this.addPair(i, column[k], value[k])
    }
  }

  at(point: ArrayLike<number>): number {
    let total = this.constant
    for (let k = 0; k < this.linearColumns.length; k++) total += this.linearValues[k] * point[this.linearColumns[k]]
    for (let k = 0; k < this.rows.length; k++) total += this.values[k] * point[this.rows[k]] * point[this.columns[k]]
    return total
  }
}

/** Three lists of this length are about a gigabyte. */
const mostPairs = 3e7

function refuseMore(): never {
  throw new IsinglassError(
    'MEMORY_LIMIT',
    `the model would have more than ${mostPairs} products`,
    'Use a solver that needs no model, such as heuristic, or split the problem',
    'objective',
  )
}

function finite(value: number): number {
  if (!Number.isFinite(value)) {
    throw new IsinglassError(
      'MODEL_INVALID',
      `coefficient ${value} is not finite`,
      'Give finite coefficients',
      'objective',
    )
  }
  return value
}
