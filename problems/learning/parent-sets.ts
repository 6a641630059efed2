import { ln } from '../logarithm.ts'
import { binomials, nextSet, rankOf } from './binomial.ts'
import { type FamilyScores, familyCost, penalty } from './family-scores.ts'
import type { Family, NetworkData } from './network-data.ts'

/** Families found so far, per variable: each beats all its subsets that the rules allow. */
export type Families = Family[][]

/** Numbers that a level may keep; above it the search for parent sets stops and is not complete. */
const mostKept = 1 << 22
/** Work between two pauses. */
const piece = 4000

/** How far a search for parent sets came. */
export interface Progress {
  /** All sets of up to so many parents were looked at; −1 at the start. */
  level: number
  /** True when no set that the rules allow could still pay. */
  complete: boolean
  /** What the best family of each variable cannot fall below, whatever set it is; −∞ until it is known. */
  readonly floor: Float64Array
}

/** The required parents alone open each list, so that there always is a network to speak of. */
export function baseFamilies(data: NetworkData, scores: FamilyScores): Families {
  return data.required.map((parents, v) => [{ cost: familyCost(scores, v, parents), parents }])
}

/** What is known of the sets of one size, by rank. */
interface Level {
  /** F of the set; 0 where nobody needed it. */
  readonly sums: Float64Array
  /** How many configurations of the set occur. */
  readonly occupied: Int32Array
  /** best[rank · size + v]: the least cost of v among the subsets; NaN where no larger set can pay. */
  best: Float64Array
}

interface Search {
  readonly data: NetworkData
  readonly scores: FamilyScores
  readonly families: Families
  readonly choose: readonly Float64Array[]
  readonly floor: Float64Array
  /** Ranks of the current set with one entry left out. */
  readonly ranks: Float64Array
}

/**
 * All parent sets that can be part of a best network, level by level: a set is listed when it is cheaper than all its
 * subsets, and its supersets are left alone when they cannot pay:
 *
 * - BIC: free parameters and what nobody can explain cost more than a subset does (after de Campos and Ji 2011,
 *   "Efficient structure learning of Bayesian networks using constraints"), or some parent tells less than its
 *   parameters cost (de Campos, Scanagatta, Corani and Zaffalon 2018, "Entropy-based pruning for learning Bayesian
 *   networks using BIC");
 * - BDeu: every value that occurs under a configuration of the parents costs at least ln(arity), as its first occurrence
 *   has a probability of at most 1/arity, and more parents leave no fewer of them.
 *
 * Yields its work in small pieces.
 */
export function* allFamilies(
  data: NetworkData,
  scores: FamilyScores,
  families: Families,
  progress: Progress,
): Generator<number> {
  const { size, most } = data
  const choose = binomials(size, most + 2)
  yield* setFloor(scores, progress.floor)
  const ranks = new Float64Array(most + 1)
  const search: Search = { data, scores, families, choose, floor: progress.floor, ranks }
  let below = levelFor(0)
  let level = levelFor(1)
  for (let s = 0; s <= most; s++) {
    const kept = s < most ? choose[s][size] * size : 0
    if (kept > mostKept) return
    level.best = new Float64Array(kept)
    const ahead = levelFor(choose[s + 1][size] <= mostKept ? choose[s + 1][size] : 0)
    const open = yield* lookAt(search, s, [below, level, ahead])
    progress.level = s
    progress.complete = s === most || open === 0
    if (progress.complete || ahead.sums.length === 0) return
    below = level
    level = ahead
  }
}

const levelFor = (sets: number): Level => ({
  sums: new Float64Array(sets),
  occupied: new Int32Array(sets),
  best: new Float64Array(0),
})

/** What a variable costs at least, all others being its parents for free: for BIC its conditional entropy. */
function* setFloor(scores: FamilyScores, floor: Float64Array): Generator<number> {
  const { size } = scores.table
  const all = Array.from({ length: size }, (_, v) => v)
  const whole = scores.perParameter === 0 ? 0 : scores.measure(all, size)
  for (let v = 0; v < size; v++) {
    if (scores.perParameter > 0) floor[v] = Math.max(0, scores.measure(all.toSpliced(v, 1), size - 1) - whole)
    else floor[v] = 0
    yield 1 + scores.work
    scores.work = 0
  }
}

/** All sets of s parents; gives the number of families whose supersets may still pay. */
function* lookAt(search: Search, s: number, levels: readonly [Level, Level, Level]): Generator<number, number> {
  const { data, scores, choose, ranks } = search
  const { size } = data
  const [below, level] = levels
  const set = Int32Array.from({ length: size + 1 }, (_, k) => k)
  let open = 0
  do {
    const rank = rankOf(choose, set, s)
    for (let i = 0; i < s; i++) ranks[i] = rankOf(choose, set, s, i)
    for (let v = 0; v < size; v++) {
      scores.work += 2 + ((s * s) >> 2)
      let now = leastBelow(search, below, set, s, v)
      if (!Number.isNaN(now)) now = tried(search, levels, set, s, rank, v, now)
      if (level.best.length > 0) level.best[rank * size + v] = now
      if (!Number.isNaN(now)) open++
      if (scores.work < piece) continue
      yield scores.work
      scores.work = 0
    }
  } while (nextSet(set, s, size))
  return open
}

/** The least cost among proper subsets, Infinity when none is allowed; NaN when the set need not be looked at. */
function leastBelow({ data, ranks }: Search, { best }: Level, set: Int32Array, s: number, v: number): number {
  const { size, forbidden } = data
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < s; i++) {
    if (set[i] === v || forbidden[set[i] * size + v] === 1) return Number.NaN
    const before = best[ranks[i] * size + v]
    if (Number.isNaN(before)) return before
    if (before < least) least = before
  }
  return least
}

/** Lists the set for v when it pays, and gives the least cost so far, or NaN when no superset can be less. */
function tried(
  search: Search,
  levels: readonly [Level, Level, Level],
  set: Int32Array,
  s: number,
  rank: number,
  v: number,
  least: number,
): number {
  const { data, scores, choose, families, floor } = search
  const [, level, ahead] = levels
  const parents = set.subarray(0, s)
  const free = penalty(scores, v, parents)
  if (free + floor[v] >= least || tellsTooLittle(search, levels, set, s, rank, v, free)) return Number.NaN
  if (level.sums[rank] === 0) {
    level.sums[rank] = scores.measure(set, s)
    level.occupied[rank] = scores.occupied()
  }
  const perCell = scores.perParameter === 0 ? ln(scores.table.arities[v]) : 0
  if (level.occupied[rank] * perCell >= least) return Number.NaN
  const joint = rankOf(choose, set, s, -1, v)
  let sum = joint < ahead.sums.length ? ahead.sums[joint] : 0
  let cells = sum === 0 ? 0 : ahead.occupied[joint]
  if (sum === 0) {
    set[s] = v
    sum = scores.measure(set, s + 1)
    cells = scores.occupied()
    if (joint < ahead.sums.length) {
      ahead.sums[joint] = sum
      ahead.occupied[joint] = cells
    }
  }
  const cost = level.sums[rank] - sum + free
  const { [v]: required } = data.required
  let now = least
  if (cost < least && required.every((p) => parents.includes(p))) {
    if (s !== required.length) families[v].push({ cost, parents: Array.from(parents) })
    now = cost
  }
  return cells * perCell >= now ? Number.NaN : now
}

/** BIC: whether some parent tells less about v, beside the others, than its parameters cost; so it does in supersets. */
function tellsTooLittle(
  { data, scores, choose, ranks }: Search,
  [below, level]: readonly [Level, Level, Level],
  set: Int32Array,
  s: number,
  rank: number,
  v: number,
  free: number,
): boolean {
  if (scores.perParameter === 0) return false
  const { arities } = scores.table
  for (let i = 0; i < s; i++) {
    const y = set[i]
    const rest = below.sums[ranks[i]]
    const whole = level.sums[rank]
    const own = level.sums[rankOf(choose, set, s, i, v)]
    const costs = free - free / arities[y]
    const tellsLittle = (whole !== 0 && rest - whole <= costs) || (own !== 0 && rest - own <= costs)
    if (rest !== 0 && tellsLittle && !data.required[v].includes(y)) return true
  }
  return false
}
