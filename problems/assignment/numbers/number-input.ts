import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { amount, numberList, parseWith } from '../../../src/parse.ts'

/** What is made small: the largest sum less the smallest, or the squared differences of all pairs of sums, added up. */
export type Measure = 'difference' | 'square'

interface Wish {
  /** Number of parts (default 2). */
  readonly parts?: number
  /** Default `difference`. */
  readonly measure?: Measure
}

/** Whole numbers of at least 0, adding up to less than 2⁵³. */
export interface BulkNumbers extends Wish {
  readonly numbers: ArrayLike<number>
}

export interface NamedNumbers<Name extends string = string> extends Wish {
  readonly numbers: Readonly<Record<Name, number>>
}

export type NumbersInput = BulkNumbers | NamedNumbers

export interface Numbers {
  readonly names: readonly string[] | null
  readonly numbers: Float64Array
  readonly total: number
  readonly parts: number
  readonly measure: Measure
}

const wish = {
  parts: z.int().min(2).max(100).optional(),
  measure: z.enum(['difference', 'square']).optional(),
}
const bulk = z.strictObject({ numbers: numberList, ...wish })
const named = z.strictObject({ numbers: z.record(z.string(), amount), ...wish })

export const numbersSchema = z
  .custom<NumbersInput>((v) => typeof v === 'object' && v !== null, 'expected an object with "numbers"')
  .transform((input): Numbers => {
    const { numbers } = input
    if (Array.isArray(numbers) || ArrayBuffer.isView(numbers))
      return read(parseWith(bulk, input, 'numberPartition'), null)
    const parsed = parseWith(named, input, 'numberPartition')
    const names = Object.keys(parsed.numbers)
    if (names.includes(''))
      throw new IsinglassError('NAME_INVALID', 'a number has an empty name', 'Name every number', 'numberPartition')
    return read({ ...parsed, numbers: Object.values(parsed.numbers) }, names)
  })

function read({ numbers, parts = 2, measure = 'difference' }: BulkNumbers, names: readonly string[] | null): Numbers {
  if (numbers.length === 0) refuse('there are no numbers', 'Give at least one')
  let total = 0
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]
    if (!Number.isInteger(value) || value < 0)
      refuse(`${value} is not a whole number of at least 0`, 'Scale the numbers to whole ones', names?.[i] ?? i)
    total += value
  }
  if (total > Number.MAX_SAFE_INTEGER)
    refuse(`the numbers add up to ${total}, not below 2⁵³`, 'Divide them by a common factor')
  if (measure === 'square' && total * total * parts > Number.MAX_SAFE_INTEGER)
    refuse(`squares of sums up to ${total} are not exact`, 'Measure the difference, or divide the numbers')
  return { names, numbers: Float64Array.from(numbers), total, parts, measure }
}

function refuse(what: string, remedy: string, at?: string | number): never {
  const where = at === undefined ? 'numberPartition' : `numberPartition, numbers.${at}`
  throw new IsinglassError('INPUT_INVALID', what, remedy, where)
}

/** The sum of each part; `part[i]` is the part of number i. */
export function sumsOf({ numbers, parts }: Numbers, part: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(parts)
  for (let i = 0; i < numbers.length; i++) sums[part[i]] += numbers[i]
  return sums
}

/** Σ over pairs of (S − S')² = parts·Σ S² − total². */
export function costOfSums({ measure, parts, total }: Numbers, sums: ArrayLike<number>): number {
  let largest = sums[0]
  let smallest = sums[0]
  let squares = 0
  for (let p = 0; p < sums.length; p++) {
    largest = Math.max(largest, sums[p])
    smallest = Math.min(smallest, sums[p])
    squares += sums[p] * sums[p]
  }
  return measure === 'difference' ? largest - smallest : parts * squares - total * total
}

/** No partition costs less: sums are whole, and the part of the largest number is at least as large. */
export function leastCost(data: Numbers): number {
  const { total, parts, numbers, measure } = data
  const over = total % parts
  const even = measure === 'difference' ? Math.min(over, 1) : over * (parts - over)
  const largest = numbers.reduce((most, value) => Math.max(most, value), 0)
  if (largest * parts <= total) return even
  const rest = total - largest
  const short = rest % (parts - 1)
  const others = (rest - short) / (parts - 1)
  if (measure === 'difference') return Math.max(even, largest - others)
  const sums = Array.from({ length: parts }, (_, p) => (p === 0 ? largest : p <= short ? others + 1 : others))
  return Math.max(even, costOfSums(data, sums))
}
