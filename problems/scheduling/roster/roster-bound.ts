import type { RosterData } from './roster-data.ts'

/** The cheapest way to staff one day when nothing else is asked: an option per person, and what it costs. */
interface DayStaff {
  readonly options: Uint16Array
  /** Unmet wishes and soft cover of the day; no roster costs less on it. Infinity when the cover cannot be met. */
  readonly cost: number
  readonly work: number
}

/**
 * Staffs a day alone, exactly: a flow of people to options with linear costs of wishes and convex costs of cover. From
 * everyone's cheapest option it goes along cheapest chains of changes (a → … → b) until none pays: then the residual
 * network has no negative cycle (Klein 1967). Summed over all days a bound for the whole roster.
 */
export function staffDay(data: RosterData, day: number): DayStaff {
  const { people, options } = data
  const cost = costsOf(data, day)
  const own = new Uint16Array(people.length)
  const count = new Int32Array(options)
  for (let p = 0; p < people.length; p++) {
    for (let o = 1; o < options; o++) if (cost[p * options + o] < cost[p * options + own[p]]) own[p] = o
    count[own[p]]++
  }
  const large = largerThanWishes(data, cost)
  const cover = (option: number, n: number) => coverCost(data, day, option, n, large)
  let work = 0
  for (;;) {
    const chain = cheapestChain(cost, own, count, cover)
    work += people.length * options * options + options * options * options
    if (chain === null) break
    for (const { person, to } of chain) {
      count[own[person]]--
      own[person] = to
      count[to]++
    }
  }
  let total = 0
  let broken = 0
  for (let p = 0; p < people.length; p++) total += cost[p * options + own[p]]
  for (let o = 1; o < options; o++) {
    const { rule, wish } = missing(data, day, o, count[o])
    broken += rule
    total += wish
  }
  return { options: own, cost: broken > 0 ? Number.POSITIVE_INFINITY : total, work }
}

/** More than twice what all wishes of a day can cost together, so that a rule is never broken for them. */
function largerThanWishes({ people, shifts, shortage, surplus }: RosterData, cost: Float64Array): number {
  const finite = (value: number) => (value < Number.POSITIVE_INFINITY ? value : 0)
  const cover = (finite(shortage) + finite(surplus)) * shifts.length * (people.length + 1) ** 2
  return 2 * cost.reduce((sum, c) => sum + finite(c), 1 + cover)
}

function costsOf({ people, days, options, allowed, wishCost }: RosterData, day: number): Float64Array {
  const cost = new Float64Array(people.length * options)
  for (let p = 0; p < people.length; p++) {
    const cell = (p * days.length + day) * options
    for (let o = 0; o < options; o++)
      cost[p * options + o] = allowed[cell + o] ? wishCost[cell + o] : Number.POSITIVE_INFINITY
  }
  return cost
}

/** People short or too many on a shift: as broken rules where cover is one, else as the cost of a wish. */
export function missing(
  { shifts, least, most, shortage, surplus }: RosterData,
  day: number,
  option: number,
  n: number,
) {
  const k = day * shifts.length + option - 1
  const short = Math.max(0, least[k] - n)
  const extra = Math.max(0, n - most[k])
  const isShortRule = shortage === Number.POSITIVE_INFINITY
  const isExtraRule = surplus === Number.POSITIVE_INFINITY
  return {
    rule: (isShortRule ? short : 0) + (isExtraRule ? extra : 0),
    wish: (isShortRule ? 0 : shortage * short * short) + (isExtraRule ? 0 : surplus * extra * extra),
  }
}

function coverCost(data: RosterData, day: number, option: number, n: number, large: number): number {
  if (option === 0) return 0
  const { rule, wish } = missing(data, day, option, n)
  return rule * large + wish
}

interface Move {
  readonly person: number
  readonly to: number
}

/** The changes that together lower the cost most; null when none does. */
function cheapestChain(
  cost: Float64Array,
  own: Uint16Array,
  count: Int32Array,
  cover: (option: number, n: number) => number,
): Move[] | null {
  const options = count.length
  const { way, who } = directWays(cost, own, options)
  const via = shortestWays(way, options)
  let least = -1e-9
  let ends: readonly [number, number] | null = null
  for (let a = 0; a < options; a++) {
    for (let b = 0; b < options; b++) {
      if (a === b || way[a * options + b] === Number.POSITIVE_INFINITY) continue
      const leave = cover(a, count[a] - 1) - cover(a, count[a])
      const change = leave + way[a * options + b] + cover(b, count[b] + 1) - cover(b, count[b])
      if (change >= least) continue
      least = change
      ends = [a, b]
    }
  }
  return ends && movesAlong(ends[0], ends[1], via, who, options)
}

/** What it costs that the cheapest person goes from option a to option b, and who that is. */
function directWays(cost: Float64Array, own: Uint16Array, options: number) {
  const way = new Float64Array(options * options).fill(Number.POSITIVE_INFINITY)
  const who = new Int32Array(options * options).fill(-1)
  for (let p = 0; p < own.length; p++) {
    for (let b = 0; b < options; b++) {
      const at = own[p] * options + b
      const change = cost[p * options + b] - cost[p * options + own[p]]
      if (b === own[p] || change >= way[at]) continue
      way[at] = change
      who[at] = p
    }
  }
  return { way, who }
}

/** Shortens `way` over other options (Floyd 1962); via[a·options + b] is the next option after a. */
function shortestWays(way: Float64Array, options: number): Int32Array {
  const via = Int32Array.from(way, (_, k) => k % options)
  for (let k = 0; k < options; k++) {
    for (let a = 0; a < options; a++) {
      for (let b = 0; b < options; b++) {
        const detour = way[a * options + k] + way[k * options + b]
        if (a === b || a === k || b === k || detour >= way[a * options + b] - 1e-12) continue
        way[a * options + b] = detour
        via[a * options + b] = via[a * options + k]
      }
    }
  }
  return via
}

function movesAlong(from: number, to: number, via: Int32Array, who: Int32Array, options: number): Move[] {
  const moves: Move[] = []
  for (let a = from; a !== to && moves.length < options; ) {
    const next = via[a * options + to]
    moves.push({ person: who[a * options + next], to: next })
    a = next
  }
  return moves
}
