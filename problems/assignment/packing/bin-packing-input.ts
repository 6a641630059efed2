import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { amount, numberList, parseWith } from '../../../src/parse.ts'

/** Items by number. */
export interface BulkBinPacking {
  readonly size: ArrayLike<number>
  readonly capacity: number
}

/** Items by name. */
export interface NamedBinPacking<Name extends string = string> {
  readonly items: Readonly<Record<Name, number>>
  readonly capacity: number
}

export type BinPackingInput = BulkBinPacking | NamedBinPacking

/** What the rest of the problem works with. */
export interface Parcels {
  readonly sizes: Float64Array
  readonly capacity: number
  /** Sums above this are too much; the capacity, and a grain of rounding where sizes are not whole. */
  readonly limit: number
  readonly names: readonly string[] | null
}

const where = 'binPacking'
const capacity = amount.positive()
const bulk = z.strictObject({ size: numberList, capacity })
const named = z.strictObject({ items: z.record(z.string().min(1), amount), capacity })

export function readBinPacking(input: BinPackingInput): Parcels {
  const isNamed = 'items' in input
  const { capacity, ...rest } = isNamed ? parseWith(named, input, where) : parseWith(bulk, input, where)
  const sizes = 'items' in rest ? Float64Array.from(Object.values(rest.items)) : Float64Array.from(rest.size)
  const names = 'items' in rest ? Object.keys(rest.items) : null
  if (sizes.length === 0) refuse('there are no items', 'Give at least one item')
  const odd = sizes.findIndex((size) => size < 0 || size > capacity)
  if (odd >= 0) {
    const fault = sizes[odd] < 0 ? 'less than nothing' : `more than the capacity of ${capacity}`
    refuse(`item "${names?.[odd] ?? odd}" has size ${sizes[odd]}, ${fault}`, 'Correct its size, or split it')
  }
  const whole = sizes.every((size) => Number.isInteger(size))
  return { sizes, capacity, limit: whole ? capacity : capacity * (1 + 1e-9), names }
}

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, where)
}
