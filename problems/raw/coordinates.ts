import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import { numberList } from '../../src/parse.ts'

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

export const coordinateShape = {
  size: z.number().int().min(1),
  rows: numberList,
  columns: numberList,
  values: numberList,
  offset: z.number().optional(),
  sense: z.enum(['min', 'max']).optional(),
}

/** What Qubo and Ising forms share; unknown keys pass, as a form computes its hash itself. */
export const formShape = {
  size: z.number().int().min(1),
  offset: z.number(),
  rowStart: numberList,
  column: numberList,
  value: numberList,
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
