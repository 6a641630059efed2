import type { Model } from '../../../src/model/index.ts'
import { readBy } from '../../../src/parse.ts'
import { defineProblem, type OverloadedFactory, type Problem, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { drawMatrices } from './draw-matrices.ts'
import {
  type Assignment,
  type BulkAssignment,
  type NamedAssignment,
  type QuadraticAssignmentInput,
  readAssignment,
} from './quadratic-assignment-input.ts'
import { assignmentSearch } from './quadratic-assignment-search.ts'
import { assignmentCost } from './swap-search.ts'

/** Where each facility goes: by name, or `location[i]` of facility i. */
export interface Placement<Where = Readonly<Record<string, string>> | readonly number[]> {
  readonly location: Where
}

interface QuadraticAssignment extends OverloadedFactory<QuadraticAssignmentInput, Placement> {
  <const Facility extends string, const Location extends string>(
    input: NamedAssignment<Facility, Location>,
  ): Problem<Placement<Readonly<Record<Facility, Location>>>>
  (input: BulkAssignment): Problem<Placement<readonly number[]>>
}

/**
 * Puts facilities at locations, one each, so that flow times distance, summed over all ordered pairs, is least (Koopmans
 * and Beckmann 1957). Nothing need be symmetric, diagonals count, and a facility may cost something by itself at a
 * location. With fewer facilities than locations, some locations stay empty.
 *
 * Model: a permutation, minimise Σ flow[i][j] · distance[k][l] · x[i,k] · x[j,l]: up to n⁴/2 products.
 */
export const quadraticAssignment = defineProblem({
  name: 'quadraticAssignment',
  summary: 'facilities to locations so that flow times distance is least',
  sense: 'min',
  schema: readBy('expected an object with "flow" and "distance"', readAssignment),
  build,
  terms: ({ size, flow, distance }: Assignment) => size ** 2 + (nonZeros(flow) * nonZeros(distance)) / 2,
  decode: (data: Assignment, first: number, point) => placementOf(data, locationsIn(data, first, point)),
  encode,
  check,
  cost: (data, answer) => assignmentCost(data, completed(data, indicesOf(data, answer))),
  heuristic: (data, random) => mapFinds(assignmentSearch(data, random), (found) => placementOf(data, found)),
  draw: (data, answer) => drawMatrices(data, completed(data, indicesOf(data, answer))),
  tiny,
}) as unknown as QuadraticAssignment

function nonZeros(list: Float64Array): number {
  let count = 0
  for (let k = 0; k < list.length; k++) if (list[k] !== 0) count++
  return count
}

/** Facility i at location k is bit first + i·size + k. */
function build(model: Model, { size, flow, distance, cost }: Assignment): number {
  const first = model.permutation('facility', size)
  const { objective } = model
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const own = flow[i * size + i] * distance[k * size + k] + (cost === null ? 0 : cost[i * size + k])
      if (own !== 0) objective.addLinear(first + i * size + k, own)
    }
    for (let j = i + 1; j < size; j++) {
      const [there, back] = [flow[i * size + j], flow[j * size + i]]
      if (there === 0 && back === 0) continue
      for (let k = 0; k < size; k++) {
        for (let l = 0; l < size; l++) {
          const value = k === l ? 0 : there * distance[k * size + l] + back * distance[l * size + k]
          if (value !== 0) objective.addPair(first + i * size + k, first + j * size + l, value)
        }
      }
    }
  }
  return first
}

/** As the point says where it is clear; who has no place, or one already taken, gets the first free one. */
function locationsIn({ size }: Assignment, first: number, point: Float64Array): Int32Array {
  const location = new Int32Array(size).fill(-1)
  const taken = new Uint8Array(size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size && location[i] < 0; k++) {
      if (point[first + i * size + k] <= 0.5 || taken[k]) continue
      location[i] = k
      taken[k] = 1
    }
  }
  return filledUp(location, taken)
}

function filledUp(location: Int32Array, taken: Uint8Array): Int32Array {
  let free = 0
  for (let i = 0; i < location.length; i++) {
    if (location[i] >= 0) continue
    while (taken[free]) free++
    location[i] = free
    taken[free] = 1
  }
  return location
}

function placementOf({ facilities, names }: Assignment, location: ArrayLike<number>): Placement {
  const list = Array.from(location).slice(0, facilities)
  if (names === null) return { location: list }
  return { location: Object.fromEntries(list.map((k, i) => [names.facilities[i], names.locations[k]])) }
}

/** Location of every facility; −1 where the answer gives none that exists. */
function indicesOf({ facilities, size, names }: Assignment, { location }: Placement): number[] {
  const index = names && new Map(names.locations.map((name, k) => [name, k]))
  return Array.from({ length: facilities }, (_, i) => {
    if (names && index) return index.get((location as Record<string, string>)[names.facilities[i]]) ?? -1
    const k = (location as readonly number[])[i]
    return Number.isInteger(k) && k >= 0 && k < size ? k : -1
  })
}

/** Empty facilities take what is free; so do those without a place, for pictures of what is no answer. */
function completed({ size }: Assignment, location: readonly number[]): Int32Array {
  const all = new Int32Array(size).fill(-1)
  const taken = new Uint8Array(size)
  location.forEach((k, i) => {
    if (k < 0 || taken[k]) return
    all[i] = k
    taken[k] = 1
  })
  return filledUp(all, taken)
}

function encode(data: Assignment, first: number, answer: Placement): Float64Array | null {
  if (check(data, answer).length > 0) return null
  const { size } = data
  const point = new Float64Array(size * size)
  completed(data, indicesOf(data, answer)).forEach((k, i) => {
    point[first + i * size + k] = 1
  })
  return point
}

function check(data: Assignment, answer: Placement): Violation[] {
  const { names, facilities, size } = data
  const location = indicesOf(data, answer)
  const facility = (i: number) => names?.facilities[i] ?? i
  const homeless = location.flatMap((k, i) => (k < 0 ? [i] : []))
  const users = new Int32Array(size)
  for (const k of location) if (k >= 0) users[k]++
  const crowded = Array.from(users, (_, k) => k).filter((k) => users[k] > 1)
  const given = names ? Object.keys(answer.location) : Array.from(answer.location as readonly number[], (_, i) => i)
  const strangers = names ? given.filter((name) => !names.facilities.includes(String(name))) : given.slice(facilities)
  return [
    ...strangers.map((item) => violation('known facility', item, 1, `"${item}" is no facility of the input`)),
    ...homeless.map((i) =>
      violation('one location each', facility(i), 1, `facility "${facility(i)}" is at no location of the input`),
    ),
    ...crowded.map((k) => {
      const place = names?.locations[k] ?? k
      return violation('one facility each', place, users[k] - 1, `location "${place}" holds ${users[k]} facilities`)
    }),
  ]
}

const violation = (rule: string, item: string | number, amount: number, message: string): Violation => ({
  rule,
  item,
  amount,
  message,
})

function tiny(random: Random): QuadraticAssignmentInput {
  const size = 3 + random.below(2)
  const square = () => Array.from({ length: size }, () => Array.from({ length: size }, () => random.below(7) - 1))
  if (random.below(2) === 0) return { flow: square(), distance: square() }
  const places = ['attic', 'barn', 'cellar', 'dock'].slice(0, size)
  const machines = ['lathe', 'mill', 'press', 'saw'].slice(0, size - random.below(2))
  const table = (rows: readonly string[], columns: readonly string[]) =>
    Object.fromEntries(rows.map((row) => [row, Object.fromEntries(columns.map((c) => [c, random.below(7)]))]))
  return {
    facilities: machines,
    locations: places,
    flow: table(machines, machines),
    distance: table(places, places),
    cost: table(machines, places),
  }
}
