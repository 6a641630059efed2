import type { RosterData } from './roster-data.ts'

/** Rows that are being changed, and what they are worth: broken rules counted as `check` counts them, and the cost. */
export interface RosterState {
  readonly data: RosterData
  /** person·days + day → option. */
  readonly rows: Uint16Array
  /** People per day·options + option. */
  readonly count: Int32Array
  /** Per person, what concerns that row alone. */
  readonly rowBroken: Int32Array
  readonly rowCost: Float64Array
  broken: number
  cost: number
  /** What `measureRow` and `measureCover` found. */
  readonly found: { broken: number; cost: number }
}

export function rosterState(data: RosterData, rows: Uint16Array): RosterState {
  const { people, days, options } = data
  const state: RosterState = {
    data,
    rows,
    count: new Int32Array(days.length * options),
    rowBroken: new Int32Array(people.length),
    rowCost: new Float64Array(people.length),
    broken: 0,
    cost: 0,
    found: { broken: 0, cost: 0 },
  }
  remeasure(state)
  return state
}

/** Counts everything anew from the rows. */
export function remeasure(state: RosterState): void {
  const { data, rows, count, rowBroken, rowCost, found } = state
  const { people, days, options } = data
  count.fill(0)
  state.broken = 0
  state.cost = 0
  for (let p = 0; p < people.length; p++) {
    for (let d = 0; d < days.length; d++) count[d * options + rows[p * days.length + d]]++
    measureRow(state, p)
    rowBroken[p] = found.broken
    rowCost[p] = found.cost
    state.broken += found.broken
    state.cost += found.cost
  }
  for (let d = 0; d < days.length; d++) {
    for (let option = 1; option < options; option++) {
      measureCover(state, d, option, count[d * options + option])
      state.broken += found.broken
      state.cost += found.cost
    }
  }
}

/** Wishes, rest, days in a row, totals and fairness of one person. */
function measureRow({ data, rows, found }: RosterState, person: number): void {
  const { days, options, wishCost, clash, longestLag, fairness } = data
  const size = days.length
  const from = person * size
  const mostInARow = data.maxInARow[person]
  let broken = 0
  let cost = 0
  let total = 0
  let run = 0
  for (let d = 0; d < size; d++) {
    const option = rows[from + d]
    cost += wishCost[(from + d) * options + option]
    if (option === 0) {
      run = 0
      continue
    }
    total++
    if (++run > mostInARow) broken++
    for (let lag = 1; lag <= longestLag && lag <= d; lag++)
      broken += clash[((lag - 1) * options + rows[from + d - lag]) * options + option]
  }
  const { min, max, share } = data
  if (total < min[person]) broken += min[person] - total
  else if (total > max[person]) broken += total - max[person]
  if (fairness > 0) cost += fairness * (total - share[person]) * (total - share[person])
  found.broken = broken
  found.cost = cost
}

/** Shortage and surplus of one shift on one day with so many people. */
function measureCover({ data, found }: RosterState, day: number, option: number, count: number): void {
  const { shifts, least, most, shortage, surplus } = data
  const k = day * shifts.length + option - 1
  const short = count < least[k] ? least[k] - count : 0
  const extra = count > most[k] ? count - most[k] : 0
  const isShortBroken = shortage === Number.POSITIVE_INFINITY
  const isExtraBroken = surplus === Number.POSITIVE_INFINITY
  found.broken = (isShortBroken ? short : 0) + (isExtraBroken ? extra : 0)
  found.cost = (isShortBroken ? 0 : shortage * short * short) + (isExtraBroken ? 0 : surplus * extra * extra)
}

/** What a move changed; negative is better. */
export interface Change {
  broken: number
  cost: number
}

/** Gives a person another option on a day, and says into `change` what that changed. */
export function applyOption(state: RosterState, person: number, day: number, option: number, change: Change): void {
  const { data, rows, count } = state
  const cell = person * data.days.length + day
  const before = rows[cell]
  const at = day * data.options
  change.broken = 0
  change.cost = 0
  if (option === before) return
  coverChange(state, day, before, -1, change)
  coverChange(state, day, option, 1, change)
  count[at + before]--
  count[at + option]++
  rows[cell] = option
  rowChange(state, person, change)
  state.broken += change.broken
  state.cost += change.cost
}

function coverChange(state: RosterState, day: number, option: number, by: number, change: Change): void {
  if (option === 0) return
  const { found } = state
  const now = state.count[day * state.data.options + option]
  measureCover(state, day, option, now)
  change.broken -= found.broken
  change.cost -= found.cost
  measureCover(state, day, option, now + by)
  change.broken += found.broken
  change.cost += found.cost
}

/** Measures a person's row after its cells were changed. */
function rowChange(state: RosterState, person: number, change: Change): void {
  const { rowBroken, rowCost, found } = state
  measureRow(state, person)
  change.broken += found.broken - rowBroken[person]
  change.cost += found.cost - rowCost[person]
  rowBroken[person] = found.broken
  rowCost[person] = found.cost
}

/** Whether two people may take each other's options on the days from `day` to before `end`, and any of them differs. */
export function maySwap({ data, rows }: RosterState, a: number, b: number, day: number, end: number): boolean {
  const { days, options, allowed } = data
  let differs = false
  for (let d = day; d < end; d++) {
    const [one, other] = [a * days.length + d, b * days.length + d]
    if (rows[one] === rows[other]) continue
    if (!allowed[one * options + rows[other]] || !allowed[other * options + rows[one]]) return false
    differs = true
  }
  return differs
}

/** Two people take each other's options; cover stays as it is. */
export function applySwap(state: RosterState, a: number, b: number, day: number, end: number, change: Change): void {
  const { rows } = state
  const size = state.data.days.length
  for (let d = day; d < end; d++) {
    const held = rows[a * size + d]
    rows[a * size + d] = rows[b * size + d]
    rows[b * size + d] = held
  }
  change.broken = 0
  change.cost = 0
  rowChange(state, a, change)
  rowChange(state, b, change)
  state.broken += change.broken
  state.cost += change.cost
}
