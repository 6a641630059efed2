import type { Random } from '../../src/run/index.ts'
import {
  copyOrdering,
  type FlatFamilies,
  insertBest,
  isFit,
  type Ordering,
  ordering,
  perturb,
  reorder,
} from './order-search.ts'
import { topologicalOrder } from './topological-order.ts'

/** Work done, and an ordering with a better network when there is one; it is overwritten by the next step. */
interface Climb {
  readonly work: number
  readonly found?: Ordering
}

/** After so many rounds without a better network the search begins at a random order. */
const patience = 60

/**
 * Iterated local search over orders, without end: insertions while they help, then from a copy of the best order with a
 * few variables moved at random, now and then from an order of its own. The network given comes first.
 */
export function* climbing(
  flat: FlatFamilies,
  parents: readonly (readonly number[])[],
  random: Random,
): Generator<Climb> {
  const start = topologicalOrder(parents) ?? Array.from({ length: flat.size }, (_, v) => v)
  const state = ordering(flat, start)
  const home = ordering(flat, start)
  let lowest = Number.POSITIVE_INFINITY
  let idle = 0
  for (;;) {
    yield* descend(flat, state, random)
    const better = state.cost < lowest - 1e-9
    if (better) {
      lowest = state.cost
      yield isFit(state) ? { work: 1, found: state } : { work: 1 }
    }
    idle = better ? 0 : idle + 1
    if (state.cost <= home.cost + 1e-9) copyOrdering(home, state)
    else copyOrdering(state, home)
    if (idle > 0 && idle % patience === 0) {
      reorder(flat, state, random)
      copyOrdering(home, state)
      home.cost = Number.POSITIVE_INFINITY
    } else perturb(flat, state, 1 + random.below(4), random)
  }
}

/** Best insertions, variable by variable in random order, until none helps. */
function* descend(flat: FlatFamilies, state: Ordering, random: Random): Generator<Climb> {
  const queue = Int32Array.from({ length: flat.size }, (_, v) => v)
  const grain = 1e-10 * Math.max(1, Math.abs(state.cost))
  for (let left = flat.size; left > 0; ) {
    for (let k = 0; k < flat.size && left > 0; k++) {
      const other = k + random.below(flat.size - k)
      const v = queue[other]
      queue[other] = queue[k]
      queue[k] = v
      left = insertBest(flat, state, v, grain) ? flat.size : left - 1
      const work = 1 + (state.work >> 1)
      state.work = 0
      yield { work }
    }
  }
}
