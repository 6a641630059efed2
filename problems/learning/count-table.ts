/** Discrete data with equal rows taken together: codes[v][r] of variable v in distinct row r, which occurs weight[r] times. */
export interface DiscreteTable {
  readonly size: number
  /** How many rows there were. */
  readonly total: number
  readonly arities: readonly number[]
  readonly codes: readonly Int32Array[]
  readonly weight: Int32Array
}

/** Takes equal rows together, in the order of their first appearance. */
export function discreteTable(columns: readonly ArrayLike<number>[], arities: readonly number[]): DiscreteTable {
  const total = columns[0].length
  let label: Int32Array = new Int32Array(total)
  let labels = 1
  columns.forEach((column, v) => {
    ;({ label, labels } = refined(label, labels, column, arities[v]))
  })
  const first = new Int32Array(labels).fill(-1)
  const weight = new Int32Array(labels)
  for (let r = 0; r < total; r++) {
    if (weight[label[r]]++ === 0) first[label[r]] = r
  }
  const codes = columns.map((column) => Int32Array.from(first, (r) => column[r]))
  return { size: columns.length, total, arities, codes, weight }
}

/** Up to so many cells a plain array finds the label of a pair (label, code); above it a map does. */
const mostCells = 1 << 22

/** Rows are alike when they were and have the same code; labels are numbered by first appearance. */
export function refined(
  label: Int32Array,
  labels: number,
  column: ArrayLike<number>,
  arity: number,
): { label: Int32Array; labels: number } {
  const out = new Int32Array(label.length)
  let count = 0
  if (labels * arity <= mostCells) {
    const known = new Int32Array(labels * arity)
    for (let r = 0; r < label.length; r++) {
      const cell = label[r] * arity + column[r]
      if (known[cell] === 0) known[cell] = ++count
      out[r] = known[cell] - 1
    }
    return { label: out, labels: count }
  }
  const known = new Map<number, number>()
  for (let r = 0; r < label.length; r++) {
    const cell = label[r] * arity + column[r]
    let own = known.get(cell)
    if (own === undefined) known.set(cell, (own = count++))
    out[r] = own
  }
  return { label: out, labels: count }
}
