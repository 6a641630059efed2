import type { Violation } from '../../../src/problem.ts'
import type { RosterData } from './roster-data.ts'

type Key = string | number
type Row = Readonly<Record<Key, unknown>>

/** What each person does each day: a shift, or `off`. By name, or by number in lists. */
export interface Roster<P extends Key = Key, D extends Key = Key, S extends Key = Key> {
  readonly roster: Readonly<Record<P, Readonly<Record<D, S | 'off'>>>>
}

export const wordOf = ({ shifts }: RosterData, option: number): Key => (option === 0 ? 'off' : shifts[option - 1])

/** Rows as an answer: records by name, or lists. */
export function rosterOf(data: RosterData, rows: Uint16Array): Roster {
  const { isNamed, people, days } = data
  const row = (p: number) => days.map((_, d) => wordOf(data, rows[p * days.length + d]))
  const named = (p: number) => Object.fromEntries(row(p).map((word, d) => [days[d], word]))
  if (!isNamed) return { roster: people.map((_, p) => row(p)) } as unknown as Roster
  return { roster: Object.fromEntries(people.map((name, p) => [name, named(p)])) }
}

/** An answer as rows; what is missing or not known counts as off. */
export function rowsOf(data: RosterData, { roster }: Roster): Uint16Array {
  const { people, days } = data
  const optionOf = optionsByWord(data)
  const rows = new Uint16Array(people.length * days.length)
  people.forEach((name, p) => {
    days.forEach((day, d) => {
      rows[p * days.length + d] = optionOf.get((roster as Record<Key, Row | undefined>)[name]?.[day]) ?? 0
    })
  })
  return rows
}

const optionsByWord = ({ shifts }: RosterData): Map<unknown, number> =>
  new Map<unknown, number>([['off', 0], ...shifts.map((shift, s): [unknown, number] => [shift, s + 1])])

/** Every broken rule, named by person, day and rule. */
export function checkRoster(data: RosterData, answer: Roster): Violation[] {
  const shape = checkShape(data, answer)
  const rows = rowsOf(data, answer)
  return [
    ...shape,
    ...data.people.flatMap((_, p) => [
      ...checkSkills(data, rows, p),
      ...checkRest(data, rows, p),
      ...checkRuns(data, rows, p),
      ...checkTotal(data, rows, p),
    ]),
    ...checkCover(data, rows),
  ]
}

/** Rows and days that are missing, too many or hold something unknown. */
function checkShape(data: RosterData, { roster }: Roster): Violation[] {
  const optionOf = optionsByWord(data)
  const bad = (item: Key, message: string): Violation => ({ rule: 'an option each day', item, amount: 1, message })
  const people = new Set(data.people.map(String))
  const days = new Set(data.days.map(String))
  const strangers = Object.keys(roster).filter((name) => !people.has(name))
  const wrong = data.people.flatMap((name) => {
    const row: Row = (roster as Record<Key, Row | undefined>)[name] ?? {}
    const extra = Object.keys(row).filter((day) => !days.has(day))
    const unknown = data.days.filter((day) => !optionOf.has(row[day]))
    return [
      ...extra.map((day) => bad(name, `"${name}" has day "${day}", which is not known`)),
      ...unknown.map((day) => bad(name, `"${name}" has no known shift on "${day}"`)),
    ]
  })
  return [...strangers.map((name) => bad(name, `"${name}" is nobody of the input`)), ...wrong]
}

function checkSkills(data: RosterData, rows: Uint16Array, person: number): Violation[] {
  const { people, days, options, allowed } = data
  return days.flatMap((day, d) => {
    const cell = person * days.length + d
    if (allowed[cell * options + rows[cell]]) return []
    const what = `"${people[person]}" cannot work "${wordOf(data, rows[cell])}" on "${day}"`
    return [{ rule: 'skills and days off', item: people[person], amount: 1, message: what }]
  })
}

function checkRest(data: RosterData, rows: Uint16Array, person: number): Violation[] {
  const { people, days, options, clash, longestLag } = data
  const found: Violation[] = []
  for (let d = 0; d < days.length; d++) {
    for (let lag = 1; lag <= longestLag && d + lag < days.length; lag++) {
      const [a, b] = [rows[person * days.length + d], rows[person * days.length + d + lag]]
      if (!clash[((lag - 1) * options + a) * options + b]) continue
      const pair = `"${wordOf(data, a)}" on "${days[d]}" and "${wordOf(data, b)}" on "${days[d + lag]}"`
      const message = `"${people[person]}" has too little rest between ${pair}`
      found.push({ rule: 'rest', item: people[person], amount: 1, message })
    }
  }
  return found
}

function checkRuns({ people, days, maxInARow }: RosterData, rows: Uint16Array, person: number): Violation[] {
  const found: Violation[] = []
  const most = maxInARow[person]
  let run = 0
  for (let d = 0; d <= days.length; d++) {
    if (d < days.length && rows[person * days.length + d] > 0) {
      run++
      continue
    }
    if (run > most) {
      const message = `"${people[person]}" works ${run} days in a row from "${days[d - run]}", at most ${most} are allowed`
      found.push({ rule: 'days in a row', item: people[person], amount: run - most, message })
    }
    run = 0
  }
  return found
}

function checkTotal({ people, days, min, max }: RosterData, rows: Uint16Array, person: number): Violation[] {
  const total = rows.subarray(person * days.length, (person + 1) * days.length).filter((o) => o > 0).length
  const amount = Math.max(min[person] - total, total - max[person])
  if (amount <= 0) return []
  const message = `"${people[person]}" works ${total} shifts, which is not ${min[person]} to ${max[person]}`
  return [{ rule: 'shifts in all', item: people[person], amount, message }]
}

/** People per day·shifts + shift. */
function staffed({ people, days, shifts }: RosterData, rows: Uint16Array): Int32Array {
  const count = new Int32Array(days.length * shifts.length)
  for (let p = 0; p < people.length; p++) {
    for (let d = 0; d < days.length; d++) {
      const option = rows[p * days.length + d]
      if (option > 0) count[d * shifts.length + option - 1]++
    }
  }
  return count
}

function checkCover(data: RosterData, rows: Uint16Array): Violation[] {
  const { days, shifts, least, most, shortage, surplus } = data
  const found: Violation[] = []
  staffed(data, rows).forEach((n, k) => {
    const short = shortage === Number.POSITIVE_INFINITY ? least[k] - n : 0
    const extra = surplus === Number.POSITIVE_INFINITY ? n - most[k] : 0
    const amount = Math.max(short, extra)
    if (amount <= 0) return
    const place = `"${shifts[k % shifts.length]}" on "${days[Math.floor(k / shifts.length)]}"`
    const message = `${place} has ${n} people, ${short > 0 ? 'fewer' : 'more'} than ${short > 0 ? least[k] : most[k]}`
    found.push({ rule: 'cover', item: shifts[k % shifts.length], amount, message })
  })
  return found
}

/** Weights of unmet wishes, soft cover and fairness. */
export function rosterCost(data: RosterData, rows: Uint16Array): number {
  const { people, days, wishes, least, most, shortage, surplus, share, fairness } = data
  let total = 0
  for (const { person, day, option, isWanted, weight } of wishes)
    if ((rows[person * days.length + day] === option) !== isWanted) total += weight
  staffed(data, rows).forEach((n, k) => {
    if (shortage < Number.POSITIVE_INFINITY) total += shortage * Math.max(0, least[k] - n) ** 2
    if (surplus < Number.POSITIVE_INFINITY) total += surplus * Math.max(0, n - most[k]) ** 2
  })
  for (let p = 0; p < people.length && fairness > 0; p++) {
    const worked = rows.subarray(p * days.length, (p + 1) * days.length).filter((o) => o > 0).length
    total += fairness * (worked - share[p]) ** 2
  }
  return total
}
