import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import { amount, numberList } from '../../src/parse.ts'
import type { Couplings } from '../../src/qubo/index.ts'

export type Sense = 'min' | 'max'

/** values[k]·x[rows[k]]·x[columns[k]], indices from 0; repeated and mirrored pairs add up. */
export interface Coordinates {
  readonly size: number
  readonly rows: ArrayLike<number>
  readonly columns: ArrayLike<number>
  readonly values: ArrayLike<number>
  readonly offset?: number
  /** `min` unless said otherwise. */
  readonly sense?: Sense
}

/** As many variables as any file may declare. */
const mostVariables = 50_000_000

export const coordinateShape = {
  size: z.int().min(1).max(mostVariables),
  rows: numberList,
  columns: numberList,
  values: numberList,
  offset: amount.optional(),
  sense: z.enum(['min', 'max']).optional(),
}

/** What Qubo and Ising forms share; unknown keys pass, as a form computes its hash itself. */
export const formShape = {
  size: z.int().min(1).max(mostVariables),
  offset: amount,
  rowStart: numberList,
  column: numberList,
  value: numberList,
}

/** The couplings of a form: rows that follow each other, neighbours ascending, every pair in both directions. */
export function checkForm(form: Couplings, linear: ArrayLike<number>, where: string): void {
  const { size, rowStart, column, value } = form
  const refuse = (what: string) => {
    throw new IsinglassError(
      'INPUT_INVALID',
      what,
      'Make the form from coordinate lists, with quboFromCoo or isingFromCoo',
      where,
    )
  }
  if (linear.length !== size) refuse(`it has ${linear.length} linear coefficients for ${size} variables`)
  if (value.length !== column.length) refuse(`"value" has ${value.length} entries but "column" has ${column.length}`)
  const entries = rowStart.length === size + 1 && rowStart[0] === 0 ? rowStart[size] : -1
  if (entries !== column.length) refuse(`"rowStart" does not lead from 0 to ${column.length} in ${size} steps`)
  for (let i = 0; i < size; i++) if (rowStart[i + 1] < rowStart[i]) refuse(`"rowStart" goes down at row ${i}`)
  const reached = Uint32Array.from(rowStart).subarray(0, size)
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      if (!(j >= 0 && j < size && j !== i)) refuse(`row ${i} names column ${j}, which is no other variable`)
      // Rows are passed in order, so row j must name i next.
      const back = reached[j]++
      if (!(back < rowStart[j + 1]) || column[back] !== i || value[back] !== value[k])
        refuse(`the pair ${i}, ${j} does not stand in both rows alike, columns ascending`)
    }
  }
}

/** Equal lengths, indices that exist. */
export function checkCoordinates({ size, rows, columns, values }: Coordinates, where: string): void {
  if (rows.length !== values.length || columns.length !== values.length) {
    const what = `"rows", "columns" and "values" have ${rows.length}, ${columns.length} and ${values.length} entries`
    throw new IsinglassError('INPUT_INVALID', what, 'Give lists of equal length', where)
  }
  checkIndices(rows, size, `${where}, rows`)
  checkIndices(columns, size, `${where}, columns`)
}

function checkIndices(list: ArrayLike<number>, size: number, where: string): void {
  for (let k = 0; k < list.length; k++) {
    if (Number.isInteger(list[k]) && list[k] >= 0 && list[k] < size) continue
    throw new IsinglassError(
      'INPUT_INVALID',
      `entry ${k} is ${list[k]}, not a variable`,
      `Use whole numbers from 0 to ${size - 1}`,
      where,
    )
  }
}
