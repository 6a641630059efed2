import { IsinglassError } from '../../src/errors.ts'
import { type Qubo, quboFromCoo } from '../../src/qubo/index.ts'
import type { QuboInput } from '../shapes.ts'

/** The form that a file can hold; a maximised input is refused, since the file would not say so. */
export function quboOfInput(
  { size, rows, columns, values, offset = 0, sense = 'min' }: QuboInput,
  format: string,
): Qubo {
  if (sense === 'max') {
    throw new IsinglassError(
      'INPUT_INVALID',
      `a ${format} file cannot say that it is maximised`,
      'Negate the values and minimise, or write JSON',
    )
  }
  return quboFromCoo(size, rows, columns, values, { offset })
}
