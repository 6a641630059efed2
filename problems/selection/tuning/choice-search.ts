import { type Job, Ledger, type Random } from '../../../src/run/index.ts'
import { type Incumbent, inTurns, type Stride } from '../portfolio/in-turns.ts'
import { type ChoiceTables, costOfChoice, sizeOf } from './choice-tables.ts'

/**
 * The cheapest choice of one option per parameter: coordinate descent from random starts and shaken copies of the best, and
 * in turn a depth-first branch and bound. Ends with the proof, or when told to.
 */
export function* choiceSearch(tables: ChoiceTables, random: Random): Job<Int32Array, Int32Array> {
  const ledger = new Ledger<Int32Array>()
  yield* ledger.settle()
  const otherwise = () => new Int32Array(tables.shared.length)
  if (ledger.stopped) return otherwise()
  const incumbent: Incumbent<Int32Array> = { best: null }
  const search = descents(tables, incumbent, random)
  return yield* inTurns({ proof: choiceTree(tables, incumbent), search, incumbent, otherwise }, ledger)
}

const restarts = 4

/** Every fourth round begins anywhere, the others from the best with one to three choices changed. */
function* descents(tables: ChoiceTables, incumbent: Incumbent<Int32Array>, random: Random): Generator<Stride, void> {
  const parameters = tables.shared.length
  for (let round = 0; ; round++) {
    const { best } = incumbent
    const choice = best === null ? new Int32Array(parameters) : best.point.slice()
    const changes = round % restarts === 0 ? parameters : 1 + random.below(3)
    for (let k = 0; k < changes; k++) {
      const p = changes === parameters ? k : random.below(parameters)
      choice[p] = random.below(sizeOf(tables, p))
    }
    yield* descend(tables, choice)
    const value = costOfChoice(tables, choice)
    if (value < ceilingOf(incumbent)) incumbent.best = { point: choice, value }
  }
}

/** What differs from this by rounding is no improvement. */
function ceilingOf({ best }: Incumbent<Int32Array>): number {
  return best === null ? Number.POSITIVE_INFINITY : best.value - 1e-12 * Math.abs(best.value)
}

/** One parameter after the other takes its best option, until none would change. */
function* descend(tables: ChoiceTables, choice: Int32Array): Generator<Stride, void> {
  const parameters = choice.length
  for (let p = 0, unchanged = 0; unchanged < parameters; p = (p + 1) % parameters) {
    const costs = costsBeside(tables, choice, p)
    let pick = choice[p]
    for (let o = 0; o < costs.length; o++) if (costs[o] < costs[pick] - 1e-12 * Math.abs(costs[pick])) pick = o
    unchanged = pick === choice[p] ? unchanged + 1 : 0
    choice[p] = pick
    yield { work: 4 + costs.length * (1 + tables.shared[p].length) }
  }
}

/** What every option of a parameter costs beside the present choices of the others. */
function costsBeside(tables: ChoiceTables, choice: Int32Array, p: number): Float64Array {
  const { start, own, shared } = tables
  const costs = own.slice(start[p], start[p + 1])
  for (const { other, cost } of shared[p]) {
    const size = sizeOf(tables, other)
    for (let o = 0; o < costs.length; o++) costs[o] += cost[o * size + choice[other]]
  }
  return costs
}

/**
 * Partial forward checking with directed arc costs (Larrosa, Meseguer and Schiex 1999): parameters in a fixed order; every
 * table between two open parameters counts at the earlier one with its least entry.
 */
export function* choiceTree(tables: ChoiceTables, incumbent: Incumbent<Int32Array>): Generator<Stride, void> {
  const order = orderOf(tables)
  const count = order.length
  const later = leastLater(tables, order)
  const costs = Array.from({ length: count + 1 }, () => tables.own.slice())
  const tried = new Int32Array(count)
  const queue: Int32Array[] = []
  const spent = new Float64Array(count + 1)
  const choice = new Int32Array(count)
  yield { work: tables.own.length * count, bound: boundBelow(tables, order, costs[0], later, 0) }
  queue[0] = byCost(tables, order[0], costs[0], later)
  for (let depth = 0; depth >= 0; ) {
    const p = order[depth]
    if (tried[depth] === queue[depth].length) {
      tried[depth--] = 0
      continue
    }
    const option = queue[depth][tried[depth]++]
    choice[p] = option
    spent[depth + 1] = spent[depth] + costs[depth][tables.start[p] + option]
    if (depth === count - 1) {
      if (spent[count] < ceilingOf(incumbent)) {
        const point = choice.slice()
        incumbent.best = { point, value: costOfChoice(tables, point) }
      }
      yield { work: count }
      continue
    }
    const work = forward(tables, costs, { depth, p, option })
    const bound = spent[depth + 1] + boundBelow(tables, order, costs[depth + 1], later, depth + 1)
    yield { work: work + tables.own.length }
    if (bound >= ceilingOf(incumbent)) continue
    depth++
    queue[depth] = byCost(tables, order[depth], costs[depth], later)
  }
}

/** The costs one level deeper: what the tables of the new choice say is added to the options of their other parameter. */
function forward(
  tables: ChoiceTables,
  costs: readonly Float64Array[],
  { depth, p, option }: { readonly depth: number; readonly p: number; readonly option: number },
): number {
  const below = costs[depth + 1]
  below.set(costs[depth])
  let work = below.length
  for (const { other, cost } of tables.shared[p]) {
    const size = sizeOf(tables, other)
    for (let o = 0; o < size; o++) below[tables.start[other] + o] += cost[option * size + o]
    work += size
  }
  return work
}

/** Many tables first, then few options. */
function orderOf(tables: ChoiceTables): number[] {
  const { shared } = tables
  return Array.from(shared.keys()).sort(
    (a, b) => shared[b].length - shared[a].length || sizeOf(tables, a) - sizeOf(tables, b) || a - b,
  )
}

/** For every option the least that its tables with later parameters can cost. */
function leastLater(tables: ChoiceTables, order: readonly number[]): Float64Array {
  const place = new Int32Array(order.length)
  order.forEach((p, k) => {
    place[p] = k
  })
  const least = new Float64Array(tables.own.length)
  for (const p of order)
    for (const { other, cost } of tables.shared[p]) {
      if (place[other] < place[p]) continue
      const size = sizeOf(tables, other)
      for (let o = 0; o < sizeOf(tables, p); o++)
        least[tables.start[p] + o] += cost.subarray(o * size, (o + 1) * size).reduce((a, b) => Math.min(a, b))
    }
  return least
}

function boundBelow(
  { start }: ChoiceTables,
  order: readonly number[],
  costs: Float64Array,
  later: Float64Array,
  depth: number,
): number {
  let bound = 0
  for (let k = depth; k < order.length; k++) {
    const p = order[k]
    let least = Number.POSITIVE_INFINITY
    for (let o = start[p]; o < start[p + 1]; o++) least = Math.min(least, costs[o] + later[o])
    bound += least
  }
  return bound
}

/** The options of a parameter, the most promising first. */
function byCost(tables: ChoiceTables, p: number, costs: Float64Array, later: Float64Array): Int32Array {
  const at = (o: number) => costs[tables.start[p] + o] + later[tables.start[p] + o]
  return Int32Array.from({ length: sizeOf(tables, p) }, (_, o) => o).sort((a, b) => at(a) - at(b) || a - b)
}
