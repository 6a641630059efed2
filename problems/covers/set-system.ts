import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import { amount, numberList, parseWith, readBy } from '../../src/parse.ts'

/** Elements 0 … elements − 1; each set lists its elements. */
export interface BulkSets {
  readonly elements: number
  readonly sets: readonly ArrayLike<number>[]
  /** What each set costs, at least 0 (1 without the list). */
  readonly costs?: ArrayLike<number>
}

/** Sets by name, their elements by name; every element that some set holds is to be covered. */
export interface NamedSets<Name extends string = string> {
  readonly sets: Readonly<Record<Name, readonly string[]>>
  readonly costs?: Readonly<Partial<Record<NoInfer<Name>, number>>>
}

export type SetsInput = BulkSets | NamedSets

/** Both directions as compressed lists: set j holds element[setStart[j]] …, element i lies in set[elementStart[i]] … */
export interface SetSystem {
  /** Number of sets. */
  readonly size: number
  readonly elements: number
  readonly names: readonly string[] | null
  readonly elementNames: readonly string[] | null
  readonly cost: Float64Array
  readonly setStart: Uint32Array
  readonly element: Uint32Array
  readonly elementStart: Uint32Array
  readonly set: Uint32Array
}

const most = 50_000_000

const bulk = z.strictObject({
  elements: z.int().min(1).max(most),
  sets: z.array(numberList).min(1),
  costs: numberList.optional(),
})
const named = z.strictObject({
  sets: z.record(z.string(), z.array(z.string())),
  costs: z.record(z.string(), amount).optional(),
})

export const setsSchema = readBy('expected an object with "sets"', (input: SetsInput): SetSystem => {
  if (Array.isArray(input.sets)) return fromLists(parseWith(bulk, input, 'setCover'))
  return fromNames(parseWith(named, input, 'setCover'))
})

function fromLists({ elements, sets, costs }: BulkSets): SetSystem {
  if (costs && costs.length !== sets.length)
    refuse(`there are ${costs.length} costs for ${sets.length} sets`, 'Give one cost per set, or none')
  const members = sets.map((list, j) =>
    Array.from(list, (i) =>
      Number.isInteger(i) && i >= 0 && i < elements
        ? i
        : refuse(`${i} is no element`, `Use whole numbers from 0 to ${elements - 1}`, `sets.${j}`),
    ),
  )
  return packed(elements, members, costs ?? new Float64Array(sets.length).fill(1), null, null)
}

function fromNames({ sets, costs = {} }: NamedSets): SetSystem {
  const names = Object.keys(sets)
  if (names.length === 0) refuse('there are no sets', 'Give at least one set')
  if (names.includes(''))
    throw new IsinglassError('NAME_INVALID', 'a set has an empty name', 'Name every set', 'setCover')
  const stranger = Object.keys(costs).find((name) => !Object.hasOwn(sets, name))
  if (stranger !== undefined) refuse(`there is a cost for "${stranger}", which is no set`, 'Remove it, or add the set')
  const index = new Map<string, number>()
  const members = Object.values(sets).map((list) =>
    list.map((name) => {
      if (!index.has(name)) index.set(name, index.size)
      return index.get(name) as number
    }),
  )
  if (index.size === 0) refuse('there are no elements to cover', 'Give at least one set with an element')
  const cost = names.map((name) => (Object.hasOwn(costs, name) ? (costs[name] ?? 1) : 1))
  return packed(index.size, members, cost, names, [...index.keys()])
}

function packed(
  elements: number,
  members: readonly number[][],
  costs: ArrayLike<number>,
  names: readonly string[] | null,
  elementNames: readonly string[] | null,
): SetSystem {
  const distinct = members.map((list) => [...new Set(list)].sort((a, b) => a - b))
  const cost = Float64Array.from(costs)
  const negative = cost.findIndex((c) => c < 0)
  if (negative >= 0)
    refuse(
      `cost ${cost[negative]} is negative`,
      'Take the set in any case, and leave it out here',
      `costs.${names?.[negative] ?? negative}`,
    )
  const setStart = startsOf(distinct.map((list) => list.length))
  const element = Uint32Array.from(distinct.flat())
  const counts = new Uint32Array(elements)
  for (const i of element) counts[i]++
  const bare = counts.indexOf(0)
  if (bare >= 0) refuse(`no set holds element ${elementNames?.[bare] ?? bare}`, 'Add a set that does')
  const elementStart = startsOf(counts)
  const next = elementStart.slice()
  const set = new Uint32Array(element.length)
  for (let j = 0; j < cost.length; j++) for (let k = setStart[j]; k < setStart[j + 1]; k++) set[next[element[k]]++] = j
  return { size: cost.length, elements, names, elementNames, cost, setStart, element, elementStart, set }
}

function startsOf(counts: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let k = 0; k < counts.length; k++) starts[k + 1] = starts[k] + counts[k]
  return starts
}

function refuse(what: string, remedy: string, at?: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, at === undefined ? 'setCover' : `setCover, ${at}`)
}

/** The sets of a kept list of columns alone, elements as they are; `kept[j]` is the old number of new set j. */
export function restricted(system: SetSystem, kept: ArrayLike<number>): SetSystem {
  const { cost, setStart, element, elements } = system
  const members = Array.from(kept, (j) => Array.from(element.subarray(setStart[j], setStart[j + 1])))
  return packed(
    elements,
    members,
    Array.from(kept, (j) => cost[j]),
    null,
    null,
  )
}

/** How many of the chosen sets hold each element. */
export function coverOf({ elements, setStart, element, size }: SetSystem, chosen: ArrayLike<number>): Int32Array {
  const cover = new Int32Array(elements)
  for (let j = 0; j < size; j++) if (chosen[j]) for (let k = setStart[j]; k < setStart[j + 1]; k++) cover[element[k]]++
  return cover
}

export function costOf({ cost, size }: SetSystem, chosen: ArrayLike<number>): number {
  let total = 0
  for (let j = 0; j < size; j++) if (chosen[j]) total += cost[j]
  return total
}

/**
 * A cover from any choice, by prices: each element without a set gets its cheapest one, then sets that are not needed go,
 * the dearest first. Changes `chosen`.
 */
export function complete(system: SetSystem, chosen: Uint8Array, price: ArrayLike<number>): Uint8Array {
  const { elements, elementStart, set } = system
  const cover = coverOf(system, chosen)
  for (let i = 0; i < elements; i++) {
    if (cover[i] > 0) continue
    let best = set[elementStart[i]]
    for (let k = elementStart[i] + 1; k < elementStart[i + 1]; k++) if (price[set[k]] < price[best]) best = set[k]
    chosen[best] = 1
    count(system, cover, best, 1)
  }
  return pruned(system, chosen, cover)
}

function pruned(system: SetSystem, chosen: Uint8Array, cover: Int32Array): Uint8Array {
  const { cost, element, setStart, size } = system
  const taken: number[] = []
  for (let j = 0; j < size; j++) if (chosen[j]) taken.push(j)
  taken.sort((a, b) => cost[b] - cost[a] || b - a)
  for (const j of taken) {
    let isNeeded = false
    for (let k = setStart[j]; k < setStart[j + 1] && !isNeeded; k++) isNeeded = cover[element[k]] === 1
    if (isNeeded) continue
    chosen[j] = 0
    count(system, cover, j, -1)
  }
  return chosen
}

function count({ setStart, element }: SetSystem, cover: Int32Array, j: number, by: number): void {
  for (let k = setStart[j]; k < setStart[j + 1]; k++) cover[element[k]] += by
}
