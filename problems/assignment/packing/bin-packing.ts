import type { Model } from '../../../src/model/index.ts'
import { readBy } from '../../../src/parse.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { figure } from '../../picture/text.ts'
import { drawBars } from '../draw-bar.ts'
import {
  type BinPackingInput,
  type BulkBinPacking,
  type NamedBinPacking,
  type Parcels,
  readBinPacking,
} from './bin-packing-input.ts'
import { binPackingSearch } from './bin-packing-search.ts'
import { bestFit, byFallingSize } from './first-bins.ts'

/** What is in each bin: names, or numbers in the bulk shape. */
export interface Bins<Name = string | number> {
  readonly bins: readonly (readonly Name[])[]
}

interface BinPacking extends ProblemFactory<BinPackingInput, Bins> {
  <const Name extends string>(input: NamedBinPacking<Name>): Problem<Bins<Name>>
  (input: BulkBinPacking): Problem<Bins<number>>
}

/** Item i in bin b is bit i·bins + b; bin b is used where bit used + b is 1. */
interface Layout {
  readonly bins: number
  readonly used: number
}

/**
 * Items into as few bins of one capacity as possible.
 *
 * Model: a choice among the bins of best fit decreasing for every item, a bit for every bin that is used, used bins first, and
 * a capacity row for each. As a QUBO every bin takes about log₂ capacity slack bits: for toys only.
 */
export const binPacking = defineProblem({
  name: 'binPacking',
  summary: 'items into as few bins of one capacity as possible',
  sense: 'min',
  schema: readBy('expected an object with "items" or "size", and "capacity"', readBinPacking),
  build,
  terms: ({ sizes, capacity }: Parcels) => sizes.length * (sizes.reduce((sum, s) => sum + s, 0) / capacity + 1),
  decode,
  encode,
  check,
  cost: (_data, { bins }) => bins.filter((bin) => bin.length > 0).length,
  heuristic: (data, random) => mapFinds(binPackingSearch(data, random), (found) => binsOf(data, found)),
  draw,
  tiny,
}) as unknown as BinPacking

function build(model: Model, data: Parcels): Layout {
  const { sizes, capacity, names } = data
  const { bins } = bestFit(data, byFallingSize(sizes))
  const options = Array.from({ length: bins }, (_, b) => `${b}`)
  for (let i = 0; i < sizes.length; i++) model.choice(names?.[i] ?? `item ${i}`, options)
  const used = model.bits(bins, (b) => `bin ${b}`)
  for (let b = 0; b < bins; b++) {
    model.objective.addLinear(used + b, 1)
    const load = Array.from(sizes, (size, i): [number, number] => [size, i * bins + b]).filter(([size]) => size > 0)
    const own = Array.from(sizes.keys()).filter((i) => sizes[i] === 0)
    for (const i of own)
      model.subjectTo(
        `item ${i} opens ${b}`,
        [
          [1, i * bins + b],
          [-1, used + b],
        ],
        '<=',
        0,
      )
    if (load.length > 0) model.subjectTo(`capacity ${b}`, [...load, [-capacity, used + b]], '<=', 0)
    if (b > 0)
      model.subjectTo(
        `order ${b}`,
        [
          [1, used + b],
          [-1, used + b - 1],
        ],
        '<=',
        0,
      )
  }
  return { bins, used }
}

/** As the point says; what has no bin, or does not fit into the one it has, goes where it fits best. */
function decode(data: Parcels, { bins }: Layout, point: Float64Array): Bins {
  const { sizes, limit } = data
  const load: number[] = new Array<number>(bins).fill(0)
  const binOf = new Int32Array(sizes.length).fill(-1)
  for (let i = 0; i < sizes.length; i++) {
    for (let b = 0; b < bins && binOf[i] < 0; b++) {
      if (point[i * bins + b] <= 0.5 || load[b] + sizes[i] > limit) continue
      binOf[i] = b
      load[b] += sizes[i]
    }
  }
  for (const i of byFallingSize(sizes)) {
    if (binOf[i] >= 0) continue
    let fullest = -1
    for (let b = 0; b < load.length; b++)
      if (load[b] + sizes[i] <= limit && (fullest < 0 || load[b] > load[fullest])) fullest = b
    if (fullest < 0) fullest = load.push(0) - 1
    load[fullest] += sizes[i]
    binOf[i] = fullest
  }
  return binsOf(data, binOf)
}

function binsOf({ names }: Parcels, binOf: Int32Array): Bins {
  const bins: (string | number)[][] = []
  binOf.forEach((b, i) => {
    while (bins.length <= b) bins.push([])
    bins[b].push(names?.[i] ?? i)
  })
  return { bins: bins.filter((bin) => bin.length > 0) }
}

/** Null where more bins are used than best fit decreasing needs, which the model has none for. */
function encode(data: Parcels, { bins, used }: Layout, answer: Bins): Float64Array | null {
  const list = answer.bins.filter((bin) => bin.length > 0)
  if (list.length > bins || check(data, answer).length > 0) return null
  const index = indexOf(data)
  const point = new Float64Array(used + bins)
  list.forEach((bin, b) => {
    point[used + b] = 1
    for (const item of bin) point[(index.get(item) as number) * bins + b] = 1
  })
  return point
}

const indexOf = ({ sizes, names }: Parcels): ReadonlyMap<string | number, number> =>
  new Map(Array.from(sizes, (_, i) => [names?.[i] ?? i, i]))

function check(data: Parcels, { bins }: Bins): Violation[] {
  const { sizes, limit, capacity, names } = data
  const index = indexOf(data)
  const times = new Int32Array(sizes.length)
  const strangers = bins.flat().filter((item) => !index.has(item))
  const loads = bins.map((bin) => bin.reduce<number>((sum, item) => sum + (sizes[index.get(item) ?? -1] ?? 0), 0))
  for (const item of bins.flat()) if (index.has(item)) times[index.get(item) as number]++
  const wrong = Array.from(times.keys()).filter((i) => times[i] !== 1)
  const full = loads.flatMap((load, b) => (load > limit ? [{ b, over: load - capacity }] : []))
  return [
    ...strangers.map((item) => violation('known item', item, 1, `"${item}" is no item of the input`)),
    ...wrong.map((i) => {
      const item = names?.[i] ?? i
      const message = times[i] === 0 ? `item "${item}" is in no bin` : `item "${item}" is packed ${times[i]} times`
      return violation('each item once', item, Math.abs(times[i] - 1), message)
    }),
    ...full.map(({ b, over }) =>
      violation('capacity', b, over, `bin ${b} holds ${over} more than its capacity of ${capacity}`),
    ),
  ]
}

const violation = (rule: string, item: string | number, amount: number, message: string): Violation => ({
  rule,
  item,
  amount,
  message,
})

function draw(data: Parcels, { bins }: Bins): string {
  const index = indexOf(data)
  const pieces = bins.map((bin) =>
    bin.flatMap((item) => (index.has(item) ? [{ size: data.sizes[index.get(item) as number], label: `${item}` }] : [])),
  )
  const total = data.sizes.reduce((sum, size) => sum + size, 0)
  const share = bins.length > 0 ? Math.round((100 * total) / (bins.length * data.capacity)) : 0
  const title = `${bins.length} bins of ${figure(data.capacity)}, ${share} % full`
  return drawBars(pieces, data.capacity, { title, bars: 'bins', line: 'capacity' })
}

function tiny(random: Random): BinPackingInput {
  const names = ['axe', 'bow', 'cup', 'dye'].slice(0, 3 + random.below(2))
  const capacity = 3 + random.below(2)
  return { items: Object.fromEntries(names.map((name) => [name, 1 + random.below(capacity - 1)])), capacity }
}
