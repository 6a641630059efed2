import { missing } from './roster-bound.ts'
import type { RosterData } from './roster-data.ts'

/** Rounds without a better bound after which steps are halved, and the step at which it is given up. */
const patience = 8
const leastStep = 2e-3

/**
 * A Lagrangian relaxation (Held and Karp 1971): cover and totals have prices, and with them everybody's row is the shortest
 * way through days, by options and days in a row. Rest beyond the next day is left out. Every price gives a bound.
 */
interface Relaxation {
  readonly data: RosterData
  /** Per day·shifts + shift, and per person for each shift worked. */
  readonly coverPrice: Float64Array
  readonly workPrice: Float64Array
  /** What the rows of this round do: people per day·shifts + shift, shifts per person. */
  readonly count: Int32Array
  readonly total: Int32Array
  /** The next person, and what the rows of those before cost with prices. */
  person: number
  value: number
  bound: number
  step: number
  idle: number
  /** All weights are whole, so a bound may be rounded up. */
  readonly isWhole: boolean
  readonly ways: Ways
}

/** Room for one person's ways: per state run·options + option the least cost, and per day the state before. */
interface Ways {
  readonly now: Float64Array
  readonly next: Float64Array
  readonly from: Int32Array
}

export function relaxation(data: RosterData): Relaxation {
  const { people, days, shifts, options, wishes, shortage, surplus, fairness } = data
  const longestRun = data.maxInARow.reduce((most, m) => (m < days.length ? Math.max(most, m) : most), 1)
  const states = (longestRun + 1) * options
  const weights = [...wishes.map((w) => w.weight), shortage, surplus, fairness]
  return {
    data,
    coverPrice: new Float64Array(days.length * shifts.length),
    workPrice: new Float64Array(people.length),
    count: new Int32Array(days.length * shifts.length),
    total: new Int32Array(people.length),
    person: 0,
    value: 0,
    bound: Number.NEGATIVE_INFINITY,
    step: 1,
    idle: 0,
    isWhole: weights.every((w) => Number.isInteger(w) || w === Number.POSITIVE_INFINITY),
    ways: {
      now: new Float64Array(states),
      next: new Float64Array(states),
      from: new Int32Array(days.length * states),
    },
  }
}

export const isGivenUp = ({ step }: Relaxation): boolean => step < leastStep

/** The next person's row; after the last one the bound and new prices. `best` is the least cost known. Returns the work. */
export function relaxNext(state: Relaxation, best: number): number {
  const { data } = state
  const work = shortestRow(state)
  state.person++
  if (state.person < data.people.length) return work
  endRound(state, best)
  state.person = 0
  return work + data.days.length * data.shifts.length * (data.people.length + 4)
}

function shortestRow(state: Relaxation): number {
  const { data, person, coverPrice, workPrice } = state
  const { days, options, allowed, wishCost, clash, longestLag, maxInARow } = data
  const { from } = state.ways
  let { now, next } = state.ways
  const size = days.length
  const isFree = maxInARow[person] >= size
  const cap = isFree ? 1 : maxInARow[person]
  const states = (cap + 1) * options
  now.fill(Number.POSITIVE_INFINITY)
  now[0] = 0
  for (let d = 0; d < size; d++) {
    next.fill(Number.POSITIVE_INFINITY)
    const cell = (person * size + d) * options
    const row = d * states
    let least = Number.POSITIVE_INFINITY
    for (let s = 0; s < states; s++) {
      if (now[s] >= least) continue
      least = now[s]
      from[row] = s
    }
    next[0] = least + wishCost[cell]
    for (let option = 1; option < options; option++) {
      if (!allowed[cell + option]) continue
      const own = wishCost[cell + option] + workPrice[person] + coverPrice[d * (options - 1) + option - 1]
      next[options + option] = now[0] + own
      from[row + options + option] = 0
      for (let run = 1; run <= cap; run++) {
        const to = (isFree ? 1 : run + 1) * options + option
        if (to >= states) break
        for (let before = 1; before < options; before++) {
          const cost = now[run * options + before] + own
          if (cost >= next[to] || (longestLag > 0 && clash[before * options + option])) continue
          next[to] = cost
          from[row + to] = run * options + before
        }
      }
    }
    const held = now
    now = next
    next = held
  }
  let end = 0
  for (let s = 1; s < states; s++) if (now[s] < now[end]) end = s
  state.value += now[end]
  for (let d = size - 1; d >= 0; d--) {
    const option = end % options
    if (option > 0) {
      state.count[d * (options - 1) + option - 1]++
      state.total[person]++
    }
    end = from[d * states + end]
  }
  return size * (cap * options * options + states)
}

/** Adds what cover and totals would like best at their prices, and moves prices towards what the rows did (Polyak 1969). */
function endRound(state: Relaxation, best: number): void {
  const { data, coverPrice, workPrice, count, total } = state
  const wanted = count.map((_, k) => bestCover(state, k))
  const worked = total.map((_, p) => bestTotal(state, p))
  let square = 0
  for (let k = 0; k < count.length; k++) square += (count[k] - wanted[k]) ** 2
  for (let p = 0; p < total.length; p++) square += (total[p] - worked[p]) ** 2
  const value = state.value
  noteBound(state)
  if (square === 0) state.step = 0
  const target = best < Number.POSITIVE_INFINITY ? best : Math.abs(value) * 1.1 + data.people.length
  const step = square > 0 ? (state.step * Math.max(target - value, 1e-3)) / square : 0
  for (let k = 0; k < count.length; k++) coverPrice[k] += step * (count[k] - wanted[k])
  for (let p = 0; p < total.length; p++) workPrice[p] += step * (total[p] - worked[p])
  count.fill(0)
  total.fill(0)
  state.value = 0
}

function noteBound(state: Relaxation): void {
  const { value, isWhole } = state
  const safe = value - 1e-7 * (1 + Math.abs(value)) - 1e-12 * priced(state)
  const bound = isWhole ? Math.ceil(safe) : safe
  if (value > state.bound + 1e-4 * (1 + Math.abs(value))) state.idle = 0
  else if (++state.idle >= patience) {
    state.step /= 2
    state.idle = 0
  }
  if (bound > state.bound) state.bound = bound
}

/** What everybody on every shift would cost: sums of prices are rounded in proportion to it. */
function priced({ data, coverPrice, workPrice }: Relaxation): number {
  let total = 0
  for (const price of coverPrice) total += Math.abs(price) * data.people.length
  for (const price of workPrice) total += Math.abs(price) * data.days.length
  return total
}

/** How many people this shift would have at its price; adds to the value what that costs. */
function bestCover(state: Relaxation, k: number): number {
  const { data, coverPrice } = state
  const { people, shifts } = data
  const [day, option] = [Math.floor(k / shifts.length), (k % shifts.length) + 1]
  let least = Number.POSITIVE_INFINITY
  let number = 0
  for (let n = 0; n <= people.length; n++) {
    const { rule, wish } = missing(data, day, option, n)
    const cost = wish - coverPrice[k] * n
    if (rule > 0 || cost >= least) continue
    least = cost
    number = n
  }
  state.value += least
  return number
}

function bestTotal(state: Relaxation, person: number): number {
  const { min, max, share, fairness } = state.data
  let least = Number.POSITIVE_INFINITY
  let number = min[person]
  for (let n = min[person]; n <= max[person]; n++) {
    const cost = fairness * (n - share[person]) ** 2 - state.workPrice[person] * n
    if (cost >= least) continue
    least = cost
    number = n
  }
  state.value += least
  return number
}
