import type { Model } from '../../../src/model/index.ts'
import { readBy } from '../../../src/parse.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { figure } from '../../picture/text.ts'
import { drawBars } from '../draw-bar.ts'
import { byDensity } from './density.ts'
import {
  type BulkKnapsack,
  type Knapsack,
  type KnapsackInput,
  type NamedKnapsack,
  readKnapsack,
} from './knapsack-input.ts'
import { knapsackSearch } from './knapsack-search.ts'
import { loadLimit } from './load-limit.ts'

/** What is taken, in the order of the items, each as often as it is: names, or numbers in the bulk shape. */
export interface Load<Name = string | number> {
  readonly taken: readonly Name[]
}

interface KnapsackFactory extends ProblemFactory<KnapsackInput, Load> {
  <const Name extends string>(input: NamedKnapsack<Name>): Problem<Load<Name>>
  (input: BulkKnapsack): Problem<Load<number>>
}

/**
 * The items worth most together that a knapsack can carry; an item may be there several times (`count`).
 *
 * Model: a bit (an integer where counted) per item, and Σ weight·x ≤ capacity. As a QUBO the row takes about log₂ capacity
 * slack bits and squares of the weights: coefficients grow with the square of the capacity.
 */
export const knapsack = defineProblem({
  name: 'knapsack',
  summary: 'the items worth most together that fit into one capacity',
  sense: 'max',
  schema: readBy('expected an object with "items", or "value" and "weight", and "capacity"', readKnapsack),
  build,
  decode: (data: Knapsack, _layout: null, point) => loadOf(data, lightened(data, amountsIn(data, point))),
  encode: (data, _layout, load) => (check(data, load).length > 0 ? null : amountsOf(data, load)),
  check,
  cost: (data, load) => weighed(data.value, amountsOf(data, load)),
  heuristic: (data) => mapFinds(knapsackSearch(data), (found) => loadOf(data, found)),
  draw,
  tiny,
}) as unknown as KnapsackFactory

function build(model: Model, { size, value, weight, count, capacity, names }: Knapsack): null {
  const terms: [number, number][] = []
  for (let k = 0; k < size; k++) {
    const name = names?.[k] ?? `item ${k}`
    const column = count[k] === 1 ? model.bit(name) : model.integer(0, count[k], name)
    if (value[k] !== 0) model.objective.addLinear(column, -value[k])
    if (weight[k] !== 0) terms.push([weight[k], column])
  }
  if (weighed(weight, count) > capacity) model.subjectTo('capacity', terms, '<=', capacity)
  return null
}

function weighed(weight: Float64Array, amounts: ArrayLike<number>): number {
  let total = 0
  for (let k = 0; k < weight.length; k++) total += weight[k] * amounts[k]
  return total
}

const amountsIn = ({ size, count }: Knapsack, point: Float64Array): Float64Array =>
  Float64Array.from({ length: size }, (_, k) => Math.min(count[k], Math.max(0, Math.round(point[k]))))

/** Until it fits, the least dense are left behind. */
function lightened(data: Knapsack, amounts: Float64Array): Float64Array {
  const { value, weight } = data
  for (const k of byDensity(value, weight).reverse()) {
    const over = excess(data, amounts)
    if (over === 0) break
    if (weight[k] > 0) amounts[k] -= Math.min(amounts[k], Math.ceil(over / weight[k]))
  }
  return amounts
}

/** How much too heavy; rounding aside. */
function excess(data: Knapsack, amounts: Float64Array): number {
  const total = weighed(data.weight, amounts)
  return total > loadLimit(data) ? total - data.capacity : 0
}

function loadOf({ names }: Knapsack, amounts: Float64Array): Load {
  const taken: (string | number)[] = []
  amounts.forEach((amount, k) => {
    for (let copy = 0; copy < amount; copy++) taken.push(names?.[k] ?? k)
  })
  return { taken }
}

/** Strangers are passed over. */
function amountsOf({ size, names }: Knapsack, { taken }: Load): Float64Array {
  const index = names && new Map<string | number, number>(names.map((name, k) => [name, k]))
  const amounts = new Float64Array(size)
  for (const item of taken) {
    const k = index ? (index.get(item) ?? -1) : Number(item)
    if (Number.isInteger(k) && k >= 0 && k < size) amounts[k]++
  }
  return amounts
}

function check(data: Knapsack, load: Load): Violation[] {
  const { names, size, count } = data
  const known = new Set<string | number>(names ?? Array.from({ length: size }, (_, k) => k))
  const amounts = amountsOf(data, load)
  const over = excess(data, amounts)
  const strangers = load.taken.filter((item) => !known.has(item))
  const excessive = Array.from(amounts.keys()).filter((k) => amounts[k] > count[k])
  return [
    ...strangers.map((item) => violation('known item', item, 1, `"${item}" is no item of the input`)),
    ...excessive.map((k) => {
      const item = names?.[k] ?? k
      return violation('as many as there are', item, amounts[k] - count[k], `"${item}" is taken ${amounts[k]} times`)
    }),
    ...(over > 0
      ? [{ rule: 'capacity', amount: over, message: `the load is ${over} above the capacity of ${data.capacity}` }]
      : []),
  ]
}

const violation = (rule: string, item: string | number, amount: number, message: string): Violation => ({
  rule,
  item,
  amount,
  message,
})

function draw(data: Knapsack, answer: Load): string {
  const amounts = amountsOf(data, answer)
  const { names, weight, value, capacity } = data
  const pieces = Array.from(amounts, (amount, k) => ({
    size: amount * weight[k],
    label: `${names?.[k] ?? k}${amount > 1 ? ` × ${amount}` : ''}`,
  })).filter(({ size }) => size > 0)
  const [worth, load] = [weighed(value, amounts), weighed(weight, amounts)].map(figure)
  const title = `value ${worth}, weight ${load} of ${figure(capacity)}`
  return drawBars([pieces], capacity, { title, bars: 'loads', line: 'capacity' })
}

function tiny(random: Random): KnapsackInput {
  const names = ['axe', 'bow', 'cup', 'dye', 'egg', 'fan'].slice(0, 3 + random.below(4))
  const items = names.map((name) => {
    const item = { value: random.below(12), weight: random.below(7) }
    return [name, random.below(4) === 0 ? { ...item, count: 1 + random.below(3) } : item]
  })
  return { items: Object.fromEntries(items), capacity: random.below(16) }
}
