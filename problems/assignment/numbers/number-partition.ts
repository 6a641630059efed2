import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { figure } from '../../picture/text.ts'
import { drawBars } from '../draw-bar.ts'
import {
  type BulkNumbers,
  costOfSums,
  type NamedNumbers,
  type Numbers,
  type NumbersInput,
  numbersSchema,
  sumsOf,
} from './number-input.ts'
import { buildPartition, partsOfPoint, pointOfParts } from './partition-model.ts'
import { partitionSearch } from './partition-search.ts'

/** The parts, each with its numbers in the order of the input: names, or positions in the bulk shape. */
export interface Partition<Name = string | number> {
  readonly parts: readonly (readonly Name[])[]
}

interface NumberPartition extends ProblemFactory<NumbersInput, Partition> {
  (input: BulkNumbers): Problem<Partition<number>>
  <const Name extends string>(input: NamedNumbers<Name>): Problem<Partition<Name>>
}

/**
 * Splits whole numbers into parts (2 by default) whose sums are as equal as can be. Cost, by `measure`: the `difference` of
 * the largest and the smallest sum (default), or the `square`, Σ over pairs of parts of (S − S')², which for two parts is the
 * squared difference. The best for two parts is the same either way; what differs is the model.
 *
 * Model: `square` is a quadratic form without constraints or slack for two parts, (T − 2Σ aᵢxᵢ)² (Lucas 2014), the one to
 * give to an annealer; with more, one choice per number. `difference` is linear: for two parts the bits mark the lighter
 * one, Σ aᵢxᵢ ≤ T/2, minimise T − 2Σ aᵢxᵢ, and a free bit says which part that is; with more, bounds above and below all sums.
 */
export const numberPartition = defineProblem({
  name: 'numberPartition',
  summary: 'split numbers into parts with sums as equal as can be',
  sense: 'min',
  schema: numbersSchema,
  build: buildPartition,
  decode: (data: Numbers, _layout: null, point) => partitionOf(data, partsOfPoint(data, point)),
  encode: (data, _layout, answer) => pointOfParts(data, partOf(data, answer)),
  check,
  cost: (data, answer) => costOfSums(data, sumsOf(data, partOf(data, answer))),
  heuristic: (data, random) => mapFinds(partitionSearch(data, random), (found) => partitionOf(data, found)),
  draw,
  terms: ({ numbers: { length }, parts, measure }) =>
    measure === 'square' ? (length * length * parts) / 2 : 3 * length * parts,
  tiny,
}) as NumberPartition

const nameOf = ({ names }: Numbers, i: number): string | number => names?.[i] ?? i

function partitionOf(data: Numbers, part: ArrayLike<number>): Partition {
  const parts: (string | number)[][] = Array.from({ length: data.parts }, () => [])
  for (let i = 0; i < data.numbers.length; i++) parts[part[i]].push(nameOf(data, i))
  return { parts }
}

/** The part of each number; what is missing counts to the first, and strangers are passed over. */
function partOf(data: Numbers, { parts }: Partition): Uint8Array {
  const part = new Map<string | number, number>()
  parts.slice(0, data.parts).forEach((list, p) => {
    for (const item of list) part.set(item, p)
  })
  return Uint8Array.from({ length: data.numbers.length }, (_, i) => part.get(nameOf(data, i)) ?? 0)
}

function check(data: Numbers, { parts }: Partition): Violation[] {
  const times = new Map<string | number, number>(Array.from(data.numbers, (_, i) => [nameOf(data, i), 0]))
  const violations: Violation[] = []
  for (const item of parts.flat()) {
    const before = times.get(item)
    if (before === undefined)
      violations.push({ rule: 'known number', item, amount: 1, message: `"${item}" is none of the numbers` })
    else times.set(item, before + 1)
  }
  const missing = Math.abs(parts.length - data.parts)
  if (missing > 0)
    violations.push({ rule: 'parts', amount: missing, message: `there are ${parts.length} parts, not ${data.parts}` })
  for (const [item, count] of times) {
    const message = count === 0 ? `number "${item}" is in no part` : `number "${item}" is placed ${count} times`
    if (count !== 1) violations.push({ rule: 'one part each', item, amount: Math.abs(count - 1), message })
  }
  return violations
}

/** Every part a bar of its numbers, with a line at an equal share. */
function draw(data: Numbers, answer: Partition): string {
  const part = partOf(data, answer)
  const bars = Array.from({ length: data.parts }, (_, p) =>
    Array.from(data.numbers, (size, i) => ({ size, label: String(nameOf(data, i)), part: part[i] })).filter(
      (n) => n.part === p,
    ),
  )
  const sums = Array.from(sumsOf(data, part))
  const [largest, smallest] = [Math.max(...sums), Math.min(...sums)]
  const title = `${data.parts} parts: largest sum ${figure(largest)}, smallest ${figure(smallest)}, ${figure(largest - smallest)} apart`
  return drawBars(bars, data.total / data.parts, { title, bars: 'parts', line: 'equal share' })
}

function tiny(random: Random): NumbersInput {
  const three = random.below(4) === 0
  const measure = random.below(2) === 0 ? 'square' : 'difference'
  const count = three ? 3 + random.below(2) : 3 + random.below(5)
  const numbers = Array.from({ length: count }, () => random.below(three ? 4 : 12))
  return { numbers, measure, ...(three ? { parts: 3 } : {}) }
}
