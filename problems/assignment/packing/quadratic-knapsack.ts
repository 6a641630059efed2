import type { Model } from '../../../src/model/index.ts'
import { readBy } from '../../../src/parse.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { figure } from '../../picture/text.ts'
import { drawBars } from '../draw-bar.ts'
import { loadLimit } from './load-limit.ts'
import { PairedSelection, pairedValue } from './paired-selection.ts'
import {
  type BulkQuadraticKnapsack,
  type NamedQuadraticKnapsack,
  type PairedItems,
  type QuadraticKnapsackInput,
  readQuadraticKnapsack,
} from './quadratic-knapsack-input.ts'
import { quadraticKnapsackSearch } from './quadratic-knapsack-search.ts'

/** What is taken, in the order of the items: names, or numbers in the bulk shape. */
export interface PairedLoad<Name = string | number> {
  readonly taken: readonly Name[]
}

interface QuadraticKnapsack extends ProblemFactory<QuadraticKnapsackInput, PairedLoad> {
  <const Name extends string>(input: NamedQuadraticKnapsack<Name>): Problem<PairedLoad<Name>>
  (input: BulkQuadraticKnapsack): Problem<PairedLoad<number>>
}

/**
 * The items worth most together that fit into one capacity, where pairs of them are worth more (or less) than each by itself
 * (Gallo, Hammer and Simeone 1980).
 *
 * Model: a bit per item, maximise Σ value·x + Σ pair·x·x with Σ weight·x ≤ capacity. As a QUBO the row takes about
 * log₂ capacity slack bits.
 */
export const quadraticKnapsack = defineProblem({
  name: 'quadraticKnapsack',
  summary: 'items that fit into one capacity, pairs of which are worth more',
  sense: 'max',
  schema: readBy(
    'expected an object with "items", or "value" and "weight", and "capacity" and "pairs"',
    readQuadraticKnapsack,
  ),
  build,
  terms: ({ size, shared }: PairedItems) => size + shared.reduce((count, v) => count + (v === 0 ? 0 : 0.5), 0),
  decode: (data: PairedItems, _layout: null, point) => loadOf(data, mended(data, point)),
  encode: (data, _layout, load) => (check(data, load).length > 0 ? null : Float64Array.from(takenOf(data, load))),
  check,
  cost: (data, load) => pairedValue(data, takenOf(data, load)),
  heuristic: (data, random) => mapFinds(quadraticKnapsackSearch(data, random), (found) => loadOf(data, found)),
  draw,
  tiny,
}) as unknown as QuadraticKnapsack

function build(model: Model, { size, value, weight, capacity, shared, names }: PairedItems): null {
  model.bits(size, (k) => names?.[k] ?? `item ${k}`)
  const { objective } = model
  for (let i = 0; i < size; i++) {
    if (value[i] !== 0) objective.addLinear(i, -value[i])
    for (let j = 0; j < i; j++) if (shared[i * size + j] !== 0) objective.addPair(i, j, -shared[i * size + j])
  }
  const heavy = Array.from(weight.keys()).filter((k) => weight[k] !== 0)
  const total = weight.reduce((sum, w) => sum + w, 0)
  const terms = heavy.map((k): [number, number] => [weight[k], k])
  if (total > capacity) model.subjectTo('capacity', terms, '<=', capacity)
  return null
}

/** As the point says; where that is too heavy, what is least worth per weight goes. */
function mended(data: PairedItems, point: Float64Array): Uint8Array {
  const selection = new PairedSelection(data)
  for (let i = 0; i < data.size; i++) if (point[i] > 0.5) selection.toggle(i)
  while (excess(data, selection.taken) > 0) selection.dropWorst()
  return selection.taken
}

/** How much too heavy; rounding aside. */
function excess(data: PairedItems, taken: Uint8Array): number {
  let total = 0
  for (let i = 0; i < taken.length; i++) if (taken[i]) total += data.weight[i]
  return total > loadLimit(data) ? total - data.capacity : 0
}

function loadOf({ names }: PairedItems, taken: Uint8Array): PairedLoad {
  const list: (string | number)[] = []
  taken.forEach((t, k) => {
    if (t) list.push(names?.[k] ?? k)
  })
  return { taken: list }
}

/** Strangers are passed over. */
function takenOf({ size, names }: PairedItems, { taken }: PairedLoad): Uint8Array {
  const index = names && new Map<string | number, number>(names.map((name, k) => [name, k]))
  const bits = new Uint8Array(size)
  for (const item of taken) {
    const k = index ? (index.get(item) ?? -1) : Number(item)
    if (Number.isInteger(k) && k >= 0 && k < size) bits[k] = 1
  }
  return bits
}

function check(data: PairedItems, load: PairedLoad): Violation[] {
  const { names, size, capacity } = data
  const known = new Set<string | number>(names ?? Array.from({ length: size }, (_, k) => k))
  const over = excess(data, takenOf(data, load))
  const strangers = load.taken.filter((item) => !known.has(item))
  const twice = load.taken.filter((item, k) => load.taken.indexOf(item) !== k)
  return [
    ...strangers.map((item) => violation('known item', item, `"${item}" is no item of the input`)),
    ...twice.map((item) => violation('each item once', item, `"${item}" is taken again`)),
    ...(over > 0
      ? [{ rule: 'capacity', amount: over, message: `the load is ${over} above the capacity of ${capacity}` }]
      : []),
  ]
}

const violation = (rule: string, item: string | number, message: string): Violation => ({
  rule,
  item,
  amount: 1,
  message,
})

function draw(data: PairedItems, load: PairedLoad): string {
  const taken = takenOf(data, load)
  const { names, weight, capacity } = data
  const pieces = Array.from(taken.keys())
    .filter((k) => taken[k] && weight[k] > 0)
    .map((k) => ({ size: weight[k], label: `${names?.[k] ?? k}` }))
  const total = pieces.reduce((sum, piece) => sum + piece.size, 0)
  const title = `value ${figure(pairedValue(data, taken))}, weight ${figure(total)} of ${figure(capacity)}`
  return drawBars([pieces], capacity, { title, bars: 'loads', line: 'capacity' })
}

function tiny(random: Random): QuadraticKnapsackInput {
  const names = ['axe', 'bow', 'cup', 'dye', 'egg', 'fan', 'gem'].slice(0, 4 + random.below(4))
  const items = names.map((name) => [name, { value: random.below(12) - 2, weight: random.below(7) }])
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b, random.below(9) - 2] as const))
  return {
    items: Object.fromEntries(items),
    capacity: random.below(16),
    pairs: pairs.filter(() => random.below(3) > 0),
  }
}
