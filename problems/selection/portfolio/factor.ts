/**
 * The Cholesky factor L of a symmetric positive definite matrix whose rows and columns come and go: K = L·Lᵀ over
 * `columns`, in the order in which they came. `entry(i, j)` gives K.
 */
export class Factor {
  readonly columns: number[] = []
  private readonly rows: Float64Array[] = []
  private readonly entry: (i: number, j: number) => number

  constructor(entry: (i: number, j: number) => number) {
    this.entry = entry
  }

  clear(): void {
    this.columns.length = 0
    this.rows.length = 0
  }

  /** One more row of L; a pivot lost to rounding becomes a tiny share of the diagonal. False when K was not positive. */
  append(column: number): boolean {
    const own = this.entry(column, column)
    const row = new Float64Array(this.columns.length + 1)
    row.set(this.forward(this.columns.map((j) => this.entry(j, column))))
    let pivot = own
    for (let k = 0; k < row.length - 1; k++) pivot -= row[k] * row[k]
    row[row.length - 1] = Math.sqrt(Math.max(pivot, 1e-14 * own, Number.MIN_VALUE))
    this.columns.push(column)
    this.rows.push(row)
    return pivot >= 0
  }

  /** Rotations carry the rows below back to triangular form (Gill, Golub, Murray and Saunders 1974). */
  remove(column: number): void {
    const at = this.columns.indexOf(column)
    this.columns.splice(at, 1)
    this.rows.splice(at, 1)
    for (let k = at; k < this.rows.length; k++) {
      const a = this.rows[k][k]
      const b = this.rows[k][k + 1]
      const length = Math.sqrt(a * a + b * b)
      for (let r = k; r < this.rows.length; r++) rotate(this.rows[r], k, a / length, b / length)
      this.rows[k] = this.rows[k].slice(0, k + 1)
    }
  }

  /** The diagonal of L; the product of its squares is the determinant of K. */
  pivots(): number[] {
    return this.rows.map((row, k) => row[k])
  }

  /** The pivot of the column that came last. */
  get last(): number {
    return this.rows.at(-1)?.at(-1) ?? 0
  }

  /** L⁻¹·b */
  forward(b: ArrayLike<number>): Float64Array {
    const y = Float64Array.from(b)
    for (let i = 0; i < this.rows.length; i++) {
      const row = this.rows[i]
      let sum = y[i]
      for (let k = 0; k < i; k++) sum -= row[k] * y[k]
      y[i] = sum / row[i]
    }
    return y
  }

  /** L⁻ᵀ·y */
  backward(y: ArrayLike<number>): Float64Array {
    const x = Float64Array.from(y)
    for (let i = this.rows.length - 1; i >= 0; i--) {
      const row = this.rows[i]
      x[i] /= row[i]
      for (let k = 0; k < i; k++) x[k] -= row[k] * x[i]
    }
    return x
  }
}

function rotate(row: Float64Array, k: number, cosine: number, sine: number): void {
  const left = row[k]
  const right = row[k + 1]
  row[k] = cosine * left + sine * right
  row[k + 1] = cosine * right - sine * left
}
