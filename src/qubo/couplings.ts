import { IsinglassError } from '../errors.ts'

/** A symmetric sparse matrix without diagonal, as compressed rows in both directions. */
export interface Couplings {
  readonly size: number
  readonly rowStart: Uint32Array
  readonly column: Uint32Array
  readonly value: Float64Array
}

/** Coordinate lists → rows. Diagonal entries are added to `diagonal`; repeated and mirrored pairs add up; zeros vanish. */
export function couplingsFromCoo(
  size: number,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  values: ArrayLike<number>,
  diagonal: Float64Array,
): Couplings {
  checkLists(size, rows, columns, values)
  const scattered = scatter(size, rows, columns, values, diagonal)
  // A second scatter of the transposed lists leaves every row sorted by column (counting sort, twice).
  const sorted = transpose(size, scattered)
  return mergeRepeats(size, sorted)
}

function checkLists(
  size: number,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  values: ArrayLike<number>,
): void {
  if (rows.length !== values.length || columns.length !== values.length) {
    refuse(`rows, columns and values have ${rows.length}, ${columns.length} and ${values.length} entries`)
  }
  const isVariable = (i: number) => i >= 0 && i < size && i === Math.floor(i)
  for (let k = 0; k < rows.length; k++) {
    if (isVariable(rows[k]) && isVariable(columns[k]) && Number.isFinite(values[k])) continue
    refuse(`term ${k} is ${values[k]} at (${rows[k]}, ${columns[k]}), outside ${size} variables or not finite`)
  }
}

/** `size` zeros, or the error that `size` is no number of variables. */
export function zeros(size: number): Float64Array {
  if (!Number.isSafeInteger(size) || size < 0) refuse(`size ${size} is no number of variables`)
  return new Float64Array(size)
}

function refuse(what: string): never {
  throw new IsinglassError('INPUT_INVALID', what, 'Give lists of equal length with indices from 0 and finite values')
}

interface Lists {
  rowStart: Uint32Array
  column: Uint32Array
  value: Float64Array
}

function scatter(
  size: number,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  values: ArrayLike<number>,
  diagonal: Float64Array,
): Lists {
  const rowStart = new Uint32Array(size + 1)
  for (let k = 0; k < rows.length; k++) {
    if (rows[k] === columns[k]) continue
    rowStart[rows[k] + 1]++
    rowStart[columns[k] + 1]++
  }
  for (let i = 0; i < size; i++) rowStart[i + 1] += rowStart[i]
  const next = rowStart.slice(0, size)
  const column = new Uint32Array(rowStart[size])
  const value = new Float64Array(rowStart[size])
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]
    const j = columns[k]
    if (i === j) {
      diagonal[i] += values[k]
      continue
    }
    const a = next[i]++
    column[a] = j
    value[a] = values[k]
    const b = next[j]++
    column[b] = i
    value[b] = values[k]
  }
  return { rowStart, column, value }
}

function transpose(size: number, { rowStart, column, value }: Lists): Lists {
  const next = rowStart.slice(0, size)
  const outColumn = new Uint32Array(column.length)
  const outValue = new Float64Array(value.length)
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const at = next[column[k]]++
      outColumn[at] = i
      outValue[at] = value[k]
    }
  }
  return { rowStart, column: outColumn, value: outValue }
}

function mergeRepeats(size: number, { rowStart, column, value }: Lists): Couplings {
  const start = new Uint32Array(size + 1)
  let end = 0
  for (let i = 0; i < size; i++) {
    let k = rowStart[i]
    while (k < rowStart[i + 1]) {
      const j = column[k]
      let sum = 0
      for (; k < rowStart[i + 1] && column[k] === j; k++) sum += value[k]
      if (sum === 0) continue
      column[end] = j
      value[end++] = sum
    }
    start[i + 1] = end
  }
  return { size, rowStart: start, column: column.slice(0, end), value: value.slice(0, end) }
}

/** The smallest non-zero and the largest absolute value over all arrays (1 and 0 when all are zero). */
export function magnitudes(...arrays: Float64Array[]): { smallest: number; largest: number } {
  let smallest = Number.POSITIVE_INFINITY
  let largest = 0
  for (const array of arrays) {
    for (let k = 0; k < array.length; k++) {
      const size = Math.abs(array[k])
      if (size > largest) largest = size
      if (size > 0 && size < smallest) smallest = size
    }
  }
  return { smallest: Number.isFinite(smallest) ? smallest : 1, largest }
}
