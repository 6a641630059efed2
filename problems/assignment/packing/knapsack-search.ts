import { type Job, Ledger } from '../../../src/run/index.ts'
import { rankingByDensity } from './density.ts'
import { ExpandingCore } from './expanding-core.ts'
import type { Knapsack } from './knapsack-input.ts'
import { loadLimit } from './load-limit.ts'

interface Bundle {
  readonly item: number
  readonly copies: number
}

/**
 * Finds and result say how often each item is taken. Copies are bundled in powers of two, so that every number of them is a
 * choice of bundles; items that weigh nothing are taken, worthless and too heavy ones left; the rest is `ExpandingCore`.
 */
export function* knapsackSearch(given: Knapsack): Job<Float64Array, Float64Array> {
  const knapsack = { ...given, capacity: loadLimit(given) }
  const { value, weight, count, capacity } = knapsack
  const free = Float64Array.from(count, (c, k) => (weight[k] === 0 && value[k] > 0 ? c : 0))
  const ledger = new Ledger<Float64Array>()
  yield* ledger.settle()
  if (ledger.stopped) return free
  const bundles = bundlesOf(knapsack)
  const items = {
    value: Float64Array.from(bundles, ({ item, copies }) => value[item] * copies),
    weight: Float64Array.from(bundles, ({ item, copies }) => weight[item] * copies),
    capacity,
  }
  const order = yield* ledger.through(rankingByDensity(items.value, items.weight))
  if (order === null) return free
  const core = new ExpandingCore(items, order)
  const always = free.reduce((sum, c, k) => sum + c * value[k], 0)
  const amounts = () => {
    const taken = free.slice()
    core.chosen().forEach((t, b) => {
      if (t) taken[bundles[b].item] += bundles[b].copies
    })
    return taken
  }
  ledger.found(amounts())
  ledger.proved(always + core.bound)
  if (ledger.spend(16 + 4 * bundles.length)) yield* ledger.settle()
  if (!ledger.stopped) yield* core.run(ledger, () => ledger.found(amounts()))
  if (ledger.stopped) return amounts()
  ledger.proved(always + core.best + core.grain)
  yield* ledger.close()
  return amounts()
}

/** 1, 2, 4 … copies of an item and the remainder, as far as they fit. */
function bundlesOf({ value, weight, count, capacity }: Knapsack): Bundle[] {
  const bundles: Bundle[] = []
  for (let item = 0; item < value.length; item++) {
    if (value[item] <= 0 || weight[item] === 0 || weight[item] > capacity) continue
    let left = Math.min(count[item], Math.floor(capacity / weight[item]))
    for (let copies = 1; left > 0; copies *= 2) {
      bundles.push({ item, copies: Math.min(copies, left) })
      left -= Math.min(copies, left)
    }
  }
  return bundles
}
