import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { amount, numberList, parseWith } from '../../../src/parse.ts'

/** Items by number. */
export interface BulkKnapsack {
  readonly value: ArrayLike<number>
  readonly weight: ArrayLike<number>
  readonly capacity: number
  /** How often each item is there; once where not given. */
  readonly count?: ArrayLike<number>
}

export interface KnapsackItem {
  readonly value: number
  readonly weight: number
  /** How often it is there (1). */
  readonly count?: number
}

/** Items by name. */
export interface NamedKnapsack<Name extends string = string> {
  readonly items: Readonly<Record<Name, KnapsackItem>>
  readonly capacity: number
}

export type KnapsackInput = BulkKnapsack | NamedKnapsack

/** What the rest of the problem works with. */
export interface Knapsack {
  readonly size: number
  readonly value: Float64Array
  readonly weight: Float64Array
  readonly count: Float64Array
  readonly capacity: number
  readonly names: readonly string[] | null
}

const capacity = amount.min(0)
const bulk = z.strictObject({ value: numberList, weight: numberList, capacity, count: numberList.optional() })
const item = z.strictObject({ value: amount, weight: amount, count: z.int().optional() })
const named = z.strictObject({ items: z.record(z.string().min(1), item), capacity })

export function readKnapsack(input: KnapsackInput): Knapsack {
  if (!('items' in input)) return checked({ ...parseWith(bulk, input, 'knapsack'), names: null })
  const { items, capacity } = parseWith(named, input, 'knapsack')
  const list = Object.values(items)
  return checked({
    capacity,
    names: Object.keys(items),
    value: list.map((i) => i.value),
    weight: list.map((i) => i.weight),
    count: list.map((i) => i.count ?? 1),
  })
}

function checked(given: BulkKnapsack & { readonly names: readonly string[] | null }): Knapsack {
  const { value, weight, capacity, count, names } = given
  const size = value.length
  if (size === 0) refuse('there are no items', 'Give at least one item')
  for (const [what, list] of Object.entries({ weight, count: count ?? value }))
    if (list.length !== size) refuse(`"${what}" has ${list.length} entries for ${size} items`, 'Give one per item')
  const called = (k: number) => names?.[k] ?? k
  const weights = Float64Array.from(weight)
  const light = weights.findIndex((w) => w < 0)
  if (light >= 0) refuse(`item "${called(light)}" weighs ${weight[light]}`, 'Give weights of at least 0')
  const counts = count === undefined ? new Float64Array(size).fill(1) : Float64Array.from(count)
  const odd = counts.findIndex((c) => !(Number.isSafeInteger(c) && c >= 1 && c <= mostCopies))
  if (odd >= 0)
    refuse(`item "${called(odd)}" is there ${counts[odd]} times`, `Give whole counts from 1 to ${mostCopies}`)
  return { size, value: Float64Array.from(value), weight: weights, count: counts, capacity, names }
}

const mostCopies = 1e6

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'knapsack')
}
