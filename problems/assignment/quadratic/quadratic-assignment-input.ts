import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { amount, numberList, parseWith } from '../../../src/parse.ts'

/** A matrix, row-major in one list, or one list per row. */
type Matrix = ArrayLike<number> | readonly ArrayLike<number>[]

/** Facilities and locations by number; fewer facilities than locations leave locations empty. */
export interface BulkAssignment {
  /** flow[i][j] from facility i to facility j. */
  readonly flow: Matrix
  /** distance[k][l] from location k to location l. */
  readonly distance: Matrix
  /** cost[i][k] of facility i at location k, where given: facilities × locations. */
  readonly cost?: Matrix
}

type Table<Row extends string, Column extends string> = Readonly<
  Partial<Record<Row, Readonly<Partial<Record<Column, number>>>>>
>

/** The same by name; what is left out is 0, and every direction is given by itself. */
export interface NamedAssignment<Facility extends string = string, Location extends string = string> {
  readonly facilities: readonly Facility[]
  readonly locations: readonly Location[]
  readonly flow: Table<NoInfer<Facility>, NoInfer<Facility>>
  readonly distance: Table<NoInfer<Location>, NoInfer<Location>>
  readonly cost?: Table<NoInfer<Facility>, NoInfer<Location>>
}

export type QuadraticAssignmentInput = BulkAssignment | NamedAssignment

/** What the rest works with: square matrices of the number of locations; facilities past `facilities` are empty. */
export interface Assignment {
  readonly size: number
  readonly facilities: number
  readonly flow: Float64Array
  readonly distance: Float64Array
  readonly cost: Float64Array | null
  readonly names: { readonly facilities: readonly string[]; readonly locations: readonly string[] } | null
}

const matrix = z.union([numberList, z.array(numberList)])
const table = z.record(z.string(), z.record(z.string(), amount))
const nameList = z.array(z.string().min(1)).min(1)
const bulk = z.strictObject({ flow: matrix, distance: matrix, cost: matrix.optional() })
const named = z.strictObject({
  facilities: nameList,
  locations: nameList,
  flow: table,
  distance: table,
  cost: table.optional(),
})

export function readAssignment(input: QuadraticAssignmentInput): Assignment {
  if (!('facilities' in input) && !('locations' in input)) {
    const { flow, distance, cost } = parseWith(bulk, input, 'quadraticAssignment')
    const rows = (given: Matrix, what: string) => squareOf(given, what)
    return squared(rows(flow, 'flow'), rows(distance, 'distance'), cost, null)
  }
  const { facilities, locations, flow, distance, cost } = parseWith(named, input, 'quadraticAssignment')
  const [i, k] = [indexOf(facilities, 'facilities'), indexOf(locations, 'locations')]
  const flows = { rows: facilities.length, values: filled(flow, i, i, 'flow') }
  const distances = { rows: locations.length, values: filled(distance, k, k, 'distance') }
  const costs = cost && filled(cost, i, k, 'cost')
  return squared(flows, distances, costs, { facilities, locations })
}

interface Square {
  readonly rows: number
  readonly values: ArrayLike<number>
}

function squared(flow: Square, distance: Square, cost: Matrix | undefined, names: Assignment['names']): Assignment {
  const size = distance.rows
  const facilities = flow.rows
  if (facilities > size)
    refuse(`there are ${facilities} facilities for ${size} locations`, 'Give at least as many locations')
  const costs = cost === undefined ? null : rowMajor(cost)
  if (costs !== null && costs.length !== facilities * size)
    refuse(
      `"cost" has ${costs.length} entries, not ${facilities} × ${size}`,
      'Give one per facility and location, row by row',
    )
  const padded = new Float64Array(size * size)
  for (let i = 0; i < facilities; i++)
    for (let j = 0; j < facilities; j++) padded[i * size + j] = flow.values[i * facilities + j]
  const linear = costs && new Float64Array(size * size)
  for (let k = 0; costs && linear && k < costs.length; k++) linear[k] = costs[k]
  return { size, facilities, flow: padded, distance: Float64Array.from(distance.values), cost: linear, names }
}

function squareOf(given: Matrix, what: string): Square {
  const values = rowMajor(given)
  const rows = Math.round(Math.sqrt(values.length))
  if (values.length === 0 || rows * rows !== values.length)
    refuse(`"${what}" has ${values.length} entries, which is no square`, 'Give n rows of n numbers')
  const ragged = isNested(given) ? given.findIndex((row) => row.length !== rows) : -1
  if (ragged >= 0) refuse(`row ${ragged} of "${what}" has ${rowLength(given, ragged)} entries, not ${rows}`, 'Mend it')
  return { rows, values }
}

const isNested = (given: Matrix): given is readonly ArrayLike<number>[] => typeof given[0] === 'object'

const rowLength = (given: Matrix, row: number): number => (isNested(given) ? given[row].length : 1)

const rowMajor = (given: Matrix): ArrayLike<number> =>
  isNested(given) ? given.flatMap((row) => Array.from(row)) : (given as ArrayLike<number>)

function indexOf(names: readonly string[], what: string): ReadonlyMap<string, number> {
  const index = new Map(names.map((name, k) => [name, k]))
  if (index.size === names.length) return index
  const twice = names.find((name, k) => names.indexOf(name) !== k)
  throw new IsinglassError(
    'NAME_INVALID',
    `"${twice}" appears twice in ${what}`,
    'Give each its own name',
    'quadraticAssignment',
  )
}

type Index = ReadonlyMap<string, number>

function filled(table: Table<string, string>, rows: Index, columns: Index, what: string): Float64Array {
  const values = new Float64Array(rows.size * columns.size)
  for (const [row, entries] of Object.entries(table)) {
    for (const [column, value] of Object.entries(entries ?? {}))
      values[at(rows, row, what) * columns.size + at(columns, column, what)] = value as number
  }
  return values
}

function at(index: Index, name: string, what: string): number {
  const k = index.get(name)
  if (k !== undefined) return k
  const list = [...index.keys()].slice(0, 5).join(', ')
  throw new IsinglassError(
    'NAME_INVALID',
    `"${name}" in ${what} is not listed`,
    `Use a listed name: ${list}`,
    'quadraticAssignment',
  )
}

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'quadraticAssignment')
}
