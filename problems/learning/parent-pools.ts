import { type FamilyScores, penalty } from './family-scores.ts'
import type { NetworkData } from './network-data.ts'
import type { Families } from './parent-sets.ts'

/** Work between two pauses. */
const piece = 4000

/**
 * Parent sets from a few likely parents of each variable, those that would cost least as its only parent (the sparse
 * candidates of Friedman, Nachman and Pe'er 1999): all sets of up to `depth` of them that are cheaper than their subsets.
 * A quick first choice where looking at all sets takes long. Yields its work in small pieces.
 */
export function* poolFamilies(
  data: NetworkData,
  scores: FamilyScores,
  families: Families,
  { width, depth }: { readonly width: number; readonly depth: number },
): Generator<number> {
  const { size } = data
  const pairs = yield* pairSums(scores, size)
  const pools: number[][] = []
  for (let v = 0; v < size; v++) {
    const ranked = Array.from({ length: size }, (_, u) => u)
      .filter((u) => u !== v && data.forbidden[u * size + v] === 0 && !data.required[v].includes(u))
      .map((u) => ({ u, cost: pairs[u * size + u] - pairs[u * size + v] + penalty(scores, v, [u]) }))
      .sort((a, b) => a.cost - b.cost || a.u - b.u)
    pools.push(ranked.slice(0, width).map(({ u }) => u))
    if (data.required[v].length === 0 && data.most > 0) addSingles(families[v], ranked)
    scores.work += 8 * size
    if (scores.work < piece) continue
    yield scores.work
    scores.work = 0
  }
  for (let v = 0; v < size; v++) {
    const room = Math.min(depth, data.most - data.required[v].length)
    yield* fromPool(data, scores, families, { v, pool: pools[v], depth: room })
  }
}

function addSingles(list: Families[number], ranked: readonly { readonly u: number; readonly cost: number }[]): void {
  const { cost: alone } = list[0]
  for (const { u, cost } of ranked) if (cost < alone) list.push({ cost, parents: [u] })
}

/** F of every pair, and of every single variable on the diagonal. */
function* pairSums(scores: FamilyScores, size: number): Generator<number, Float64Array> {
  const sums = new Float64Array(size * size)
  for (let u = 0; u < size; u++) {
    sums[u * size + u] = scores.measure([u], 1)
    for (let v = 0; v < u; v++) {
      sums[u * size + v] = sums[v * size + u] = scores.measure([u, v], 2)
      if (scores.work < piece) continue
      yield scores.work
      scores.work = 0
    }
  }
  return sums
}

interface Pool {
  readonly v: number
  readonly pool: readonly number[]
  readonly depth: number
}

/** The sets as bits over the pool, so that every subset comes before the set. */
function* fromPool(
  data: NetworkData,
  scores: FamilyScores,
  families: Families,
  { v, pool, depth }: Pool,
): Generator<number> {
  const least = new Float64Array(1 << pool.length).fill(Number.POSITIVE_INFINITY)
  least[0] = families[v][0].cost
  for (let bits = 1; bits < least.length; bits++) {
    const chosen = pool.filter((_, k) => (bits >> k) & 1)
    if (chosen.length > depth) continue
    pool.forEach((_, k) => {
      if ((bits >> k) & 1) least[bits] = Math.min(least[bits], least[bits ^ (1 << k)])
    })
    const list = [...data.required[v], ...chosen]
    const free = penalty(scores, v, list)
    scores.work += pool.length
    if (free >= least[bits]) continue
    const without = scores.measure(list, list.length)
    const cost = without - scores.measure([...list, v], list.length + 1) + free
    if (cost < least[bits]) {
      least[bits] = cost
      families[v].push({ cost, parents: list.sort((a, b) => a - b) })
    }
    if (scores.work < piece) continue
    yield scores.work
    scores.work = 0
  }
}
