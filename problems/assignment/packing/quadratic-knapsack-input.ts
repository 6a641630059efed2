import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { amount, numberList, parseWith } from '../../../src/parse.ts'

/** Items by number. */
export interface BulkQuadraticKnapsack {
  readonly value: ArrayLike<number>
  readonly weight: ArrayLike<number>
  readonly capacity: number
  /** Items from[k] and to[k] are worth value[k] more when both are taken; repeated pairs add up. */
  readonly pairs: {
    readonly from: ArrayLike<number>
    readonly to: ArrayLike<number>
    readonly value: ArrayLike<number>
  }
}

/** Items by name. */
export interface NamedQuadraticKnapsack<Name extends string = string> {
  readonly items: Readonly<Record<Name, { readonly value: number; readonly weight: number }>>
  readonly capacity: number
  /** Two items and what they are worth more when both are taken. */
  readonly pairs: readonly (readonly [NoInfer<Name>, NoInfer<Name>, number])[]
}

export type QuadraticKnapsackInput = BulkQuadraticKnapsack | NamedQuadraticKnapsack

/** What the rest of the problem works with. */
export interface PairedItems {
  readonly size: number
  readonly value: Float64Array
  readonly weight: Float64Array
  readonly capacity: number
  /** Row-major, symmetric, 0 on the diagonal. */
  readonly shared: Float64Array
  readonly names: readonly string[] | null
}

const where = 'quadraticKnapsack'
const capacity = amount.min(0)
const lists = z.strictObject({ from: numberList, to: numberList, value: numberList })
const bulk = z.strictObject({ value: numberList, weight: numberList, capacity, pairs: lists })
const item = z.strictObject({ value: amount, weight: amount })
const named = z.strictObject({
  items: z.record(z.string().min(1), item),
  capacity,
  pairs: z.array(z.tuple([z.string(), z.string(), amount])),
})

export function readQuadraticKnapsack(input: QuadraticKnapsackInput): PairedItems {
  if (!('items' in input)) return paired(parseWith(bulk, input, where), null)
  const { items, capacity, pairs } = parseWith(named, input, where)
  const names = Object.keys(items)
  const index = new Map(names.map((name, k) => [name, k]))
  const at = (name: string) => index.get(name) ?? refuseName(name)
  const list = Object.values(items)
  return paired(
    {
      capacity,
      value: list.map((i) => i.value),
      weight: list.map((i) => i.weight),
      pairs: { from: pairs.map((p) => at(p[0])), to: pairs.map((p) => at(p[1])), value: pairs.map((p) => p[2]) },
    },
    names,
  )
}

/** A matrix of more would not fit into memory beside everything else. */
const mostItems = 5000

function paired(
  { value, weight, capacity, pairs }: BulkQuadraticKnapsack,
  names: readonly string[] | null,
): PairedItems {
  const size = value.length
  if (size === 0 || size > mostItems) refuse(`there are ${size} items`, `Give 1 to ${mostItems} items`)
  if (weight.length !== size) refuse(`"weight" has ${weight.length} entries for ${size} items`, 'Give one per item')
  const weights = Float64Array.from(weight)
  const light = weights.findIndex((w) => w < 0)
  if (light >= 0) refuse(`item "${names?.[light] ?? light}" weighs ${weight[light]}`, 'Give weights of at least 0')
  return { size, value: Float64Array.from(value), weight: weights, capacity, shared: matrixOf(size, pairs), names }
}

function matrixOf(size: number, { from, to, value }: BulkQuadraticKnapsack['pairs']): Float64Array {
  if (from.length !== to.length || from.length !== value.length)
    refuse(`pairs have ${from.length}, ${to.length} and ${value.length} entries`, 'Give lists of one length')
  const shared = new Float64Array(size * size)
  for (let k = 0; k < from.length; k++) {
    const [i, j] = [from[k], to[k]]
    const fine = [i, j].every((item) => Number.isInteger(item) && item >= 0 && item < size)
    if (!fine) refuse(`pair ${k} joins ${i} and ${j}`, `Name two items in 0 … ${size - 1}`)
    if (i === j) refuse(`pair ${k} joins item ${i} with itself`, 'Add it to the value of the item')
    shared[i * size + j] += value[k]
    shared[j * size + i] += value[k]
  }
  return shared
}

function refuseName(name: string): never {
  throw new IsinglassError('NAME_INVALID', `"${name}" in pairs is no item`, 'Use the names of the items', where)
}

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, where)
}
