import { z } from 'zod'
import { parseWith } from '../../../src/parse.ts'
import { clashesOf } from './roster-clashes.ts'
import {
  bulkRoster,
  namedRoster,
  type ParsedCover,
  type ParsedHours,
  type ParsedPerson,
  type ParsedRoster,
  type ParsedWish,
  type RosterInput,
} from './roster-input.ts'
import { lookUp, nameError, refuse } from './roster-refusal.ts'

type Key = string | number

/** A wish as numbers: the option that is wanted or avoided, on one day. */
interface PlainWish {
  readonly person: number
  readonly day: number
  readonly option: number
  readonly isWanted: boolean
  readonly weight: number
}

/**
 * The one shape behind both. What a person does on a day is an option: 0 is off, s + 1 is shift s; there are `options` of
 * them. Cell (person·days + day)·options + option.
 */
export interface RosterData {
  readonly isNamed: boolean
  readonly people: readonly Key[]
  readonly days: readonly Key[]
  readonly shifts: readonly Key[]
  readonly options: number
  /** Per cell: 1 where skills and days off allow it. */
  readonly allowed: Uint8Array
  /** Per cell: the weight of the wishes that it leaves unmet. */
  readonly wishCost: Float64Array
  readonly wishes: readonly PlainWish[]
  /** Per day·shifts + shift; a cover without a most has the number of people. */
  readonly least: Int32Array
  readonly most: Int32Array
  /** Infinity where cover is a rule. */
  readonly shortage: number
  readonly surplus: number
  /** clash[((lag − 1)·options + a)·options + b] is 1 where option b must not follow option a after `lag` days. */
  readonly clash: Uint8Array
  readonly longestLag: number
  /** Per person. */
  readonly min: Int32Array
  readonly max: Int32Array
  readonly maxInARow: Int32Array
  readonly share: Int32Array
  readonly fairness: number
}

export const rosterSchema = z
  .custom<RosterInput>((v) => typeof v === 'object' && v !== null && 'people' in v, 'expected an object with "people"')
  .transform((input) => (Array.isArray(input.people) ? readBulk(input) : readNamed(input)))

interface Parts {
  readonly isNamed: boolean
  readonly days: readonly Key[]
  readonly shifts: readonly Key[]
  readonly hours: readonly ParsedHours[]
  readonly people: readonly Key[]
  readonly persons: readonly ParsedPerson[]
  readonly cover: (day: number, shift: number) => ParsedCover
  readonly rules: ParsedRoster
}

function readNamed(input: unknown): RosterData {
  const { days, shifts, people, cover, coverOn = {}, ...rules } = parseWith(namedRoster, input, 'roster')
  const names = Object.keys(shifts)
  if (names.length === 0) refuse('there are no shifts', 'Give at least one shift')
  if (Object.keys(people).length === 0) refuse('there are no people', 'Give at least one person')
  if (names.includes('off')) throw nameError('a shift is called "off", which means a day without one', 'shifts')
  const twice = days.find((day, d) => days.indexOf(day) !== d)
  if (twice !== undefined) throw nameError(`day "${twice}" appears twice`, 'days')
  for (const shift of Object.keys(cover)) lookUp(names, shift, 'shift', 'cover')
  for (const [day, on] of Object.entries(coverOn)) {
    lookUp(days, day, 'day', 'coverOn')
    for (const shift of Object.keys(on)) lookUp(names, shift, 'shift', `coverOn.${day}`)
  }
  return dataOf({
    isNamed: true,
    days,
    shifts: names,
    hours: Object.values(shifts),
    people: Object.keys(people),
    persons: Object.values(people),
    cover: (d, s) => coverOn[days[d]]?.[names[s]] ?? cover[names[s]] ?? { min: 0 },
    rules,
  })
}

function readBulk(input: unknown): RosterData {
  const { days, shifts, people, cover, ...rules } = parseWith(bulkRoster, input, 'roster')
  if (cover.length !== days) refuse(`"cover" has ${cover.length} days of ${days}`, 'Give one list per day')
  const odd = cover.findIndex((row) => row.length !== shifts.length)
  if (odd >= 0)
    refuse(`"cover" of day ${odd} has ${cover[odd].length} shifts of ${shifts.length}`, 'Give one cover per shift')
  return dataOf({
    isNamed: false,
    days: [...Array(days).keys()],
    shifts: [...shifts.keys()],
    hours: shifts,
    people: [...people.keys()],
    persons: people,
    cover: (d, s) => cover[d][s],
    rules,
  })
}

const mostCells = 2e7

function dataOf(parts: Parts): RosterData {
  const { isNamed, days, shifts, people, persons, rules } = parts
  const options = shifts.length + 1
  if (people.length * days.length * options > mostCells)
    refuse(`${people.length} people on ${days.length} days are too many`, 'Split the roster')
  const { allowed, wishCost, wishes } = cellsOf(parts, options)
  const { least, most } = coversOf(parts)
  const each = (value: (person: ParsedPerson) => number) => Int32Array.from(persons, value)
  const needed = least.reduce((sum, n) => sum + n, 0)
  const data: RosterData = {
    isNamed,
    people,
    days,
    shifts,
    options,
    allowed,
    wishCost,
    wishes,
    least,
    most,
    shortage: rules.shortage ?? Number.POSITIVE_INFINITY,
    surplus: rules.surplus ?? Number.POSITIVE_INFINITY,
    ...clashesOf(parts, options),
    min: each(({ min }) => min ?? 0),
    max: each(({ max }) => Math.min(max ?? days.length, days.length)),
    maxInARow: each(({ maxInARow }) => Math.min(maxInARow ?? rules.maxInARow ?? days.length, days.length)),
    share: each(({ share }) => share ?? Math.round(needed / people.length)),
    fairness: rules.fairness ?? 0,
  }
  refuseImpossible(data)
  return data
}

function cellsOf(parts: Parts, options: number) {
  const { days, shifts, people, persons } = parts
  const allowed = new Uint8Array(people.length * days.length * options)
  const wishCost = new Float64Array(allowed.length)
  const wishes: PlainWish[] = []
  persons.forEach(({ skills, off = [], wishes: own = [] }, person) => {
    const at = `people.${people[person]}`
    const able = skills ? skills.map((s) => lookUp(shifts, s, 'shift', `${at}.skills`)) : [...shifts.keys()]
    const away = new Set(off.map((d) => lookUp(days, d, 'day', `${at}.off`)))
    days.forEach((_, day) => {
      const cell = (person * days.length + day) * options
      allowed[cell] = 1
      if (!away.has(day)) for (const s of able) allowed[cell + s + 1] = 1
    })
    own.forEach((wish, k) => {
      for (const plain of plainWishes(wish, parts, person, `${at}.wishes.${k}`)) {
        const cell = (person * days.length + plain.day) * options
        wishes.push(plain)
        for (let option = 0; option < options; option++)
          if ((option === plain.option) !== plain.isWanted) wishCost[cell + option] += plain.weight
      }
    })
  })
  return { allowed, wishCost, wishes }
}

function plainWishes(wish: ParsedWish, { days, shifts }: Parts, person: number, where: string): PlainWish[] {
  const { day, want, avoid, weight = 1 } = wish
  const about = want ?? avoid
  if (about === undefined || (want !== undefined && avoid !== undefined))
    return refuse('a wish says neither or both of "want" and "avoid"', 'Give one of them', where)
  const option = about === 'off' ? 0 : lookUp(shifts, about, 'shift', where) + 1
  const on = day === undefined ? [...days.keys()] : [lookUp(days, day, 'day', where)]
  return on.map((d) => ({ person, day: d, option, isWanted: want !== undefined, weight }))
}

function coversOf({ days, shifts, people, cover }: Parts) {
  const least = new Int32Array(days.length * shifts.length)
  const most = new Int32Array(least.length)
  for (let k = 0; k < least.length; k++) {
    const [day, shift] = [Math.floor(k / shifts.length), k % shifts.length]
    const given = cover(day, shift)
    const { min = 0, max = Math.max(min, people.length) } =
      typeof given === 'number' ? { min: given, max: given } : given
    if (min > max)
      refuse(`shift "${shifts[shift]}" on "${days[day]}" needs ${min} people and may have ${max}`, 'Give min ≤ max')
    least[k] = min
    most[k] = max
  }
  return { least, most }
}

/** What no roster can do is said at once. */
function refuseImpossible({ days, shifts, people, options, allowed, least, min, max, shortage }: RosterData): void {
  for (let k = 0; k < least.length && shortage === Number.POSITIVE_INFINITY; k++) {
    const [day, shift] = [Math.floor(k / shifts.length), k % shifts.length]
    const able = people.reduce<number>((sum, _, p) => sum + allowed[(p * days.length + day) * options + shift + 1], 0)
    if (able < least[k]) {
      const what = `shift "${shifts[shift]}" on "${days[day]}" needs ${least[k]} people and ${able} can work it`
      refuse(what, 'Lower the cover, give more people the skill, or set "shortage" to make cover a wish')
    }
  }
  people.forEach((name, p) => {
    let workable = 0
    for (let d = 0; d < days.length; d++) {
      const cell = (p * days.length + d) * options
      if (allowed.subarray(cell + 1, cell + options).includes(1)) workable++
    }
    if (min[p] > Math.min(max[p], workable))
      refuse(
        `"${name}" must work ${min[p]} shifts and can work ${Math.min(max[p], workable)}`,
        'Lower "min"',
        `people.${name}.min`,
      )
  })
}
