import { IsinglassError } from '../../errors.ts'
import { type Qubo, quboFromCoo } from '../qubo.ts'
import type { Scanner } from './scan.ts'

/** What a file of a Qubo says: whole pair coefficients as coordinate lists, counted from 0; equal indices are linear. */
export interface Entries {
  readonly size: number
  readonly rows: Uint32Array
  readonly columns: Uint32Array
  readonly values: Float64Array
  readonly offset: number
}

/** More variables than any file here may declare; keeps a garbled header from asking for all memory. */
export const largestSize = 50_000_000

/** Coefficients beyond this could overflow when repeated entries add up. */
const largestValue = 1e300

export function quboFromEntries({ size, rows, columns, values, offset }: Entries): Qubo {
  return quboFromCoo(size, rows, columns, values, { offset })
}

/** Coordinate lists of declared length, filled line by line. */
export function entryLists(scanner: Scanner, declared: number, textLength: number) {
  // What is declared must fit into the text, or a garbled header would ask for all memory.
  if (declared > textLength) scanner.fail(`${declared} entries are declared, more than the text can hold`, countRemedy)
  const rows = new Uint32Array(declared)
  const columns = new Uint32Array(declared)
  const values = new Float64Array(declared)
  let count = 0
  return {
    rows,
    columns,
    values,
    add(row: number, column: number, value: number) {
      if (count === declared) scanner.fail(`more entries than the ${declared} declared`, countRemedy)
      if (Math.abs(value) > largestValue) scanner.fail(`coefficient ${value} is too large`, 'Scale the coefficients')
      rows[count] = row
      columns[count] = column
      values[count++] = value
    },
    close() {
      if (count !== declared) scanner.fail(`${declared} entries are declared but ${count} are there`, countRemedy)
    },
  }
}

const countRemedy = 'Correct the counts in the header, or fetch the whole file'

/** What no file can hold must not be lost in silence. */
export function refuseStructures(qubo: Qubo, format: string): void {
  if (qubo.native.length === 0) return
  throw new IsinglassError(
    'INPUT_INVALID',
    `the ${qubo.native.join(' and ')} structures carry no penalty, and a ${format} file cannot hold them`,
    'Compile the form without native structures, then print it',
  )
}

/** The upper triangle of a Qubo: one line per non-zero linear term, then one per pair. */
export function upperTriangle(
  qubo: Qubo,
  line: (i: number, j: number, value: number) => string,
): { linear: string[]; pairs: string[] } {
  const linear: string[] = []
  const pairs: string[] = []
  for (let i = 0; i < qubo.size; i++) {
    if (qubo.linear[i] !== 0) linear.push(line(i, i, qubo.linear[i]))
    for (let k = qubo.rowStart[i]; k < qubo.rowStart[i + 1]; k++) {
      if (qubo.column[k] > i) pairs.push(line(i, qubo.column[k], qubo.value[k]))
    }
  }
  return { linear, pairs }
}
