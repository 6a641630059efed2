import type { ParsedHours, ParsedRoster } from './roster-input.ts'
import { lookUp, refuse } from './roster-refusal.ts'

interface Shifts {
  readonly shifts: readonly (string | number)[]
  readonly hours: readonly ParsedHours[]
  readonly rules: ParsedRoster
}

/** Successions that leave less than the hours of rest, and those that are forbidden by name. */
export function clashesOf({ shifts, hours, rules }: Shifts, options: number) {
  const { rest = 0, forbidden = [] } = rules
  hours.forEach((own, s) => {
    refuseHours(own, shifts[s], rest > 0)
  })
  const pairs = forbidden.map(([a, b], k) => {
    const where = `forbidden.${k}`
    return [1, lookUp(shifts, a, 'shift', where) + 1, lookUp(shifts, b, 'shift', where) + 1]
  })
  if (rest > 0) {
    hours.forEach(({ start: from = 0, end: given = 0 }, a) => {
      const end = given < from ? given + 24 : given
      hours.forEach(({ start = 0 }, b) => {
        for (let lag = 1; 24 * lag + start - end < rest; lag++) pairs.push([lag, a + 1, b + 1])
      })
    })
  }
  const longestLag = pairs.reduce((most, [lag]) => Math.max(most, lag), 0)
  const clash = new Uint8Array(longestLag * options * options)
  for (const [lag, a, b] of pairs) clash[((lag - 1) * options + a) * options + b] = 1
  return { clash, longestLag }
}

/** 22 to 6 is over midnight, as is 22 to 30; a start outside the day and a shift without length are refused. */
function refuseHours({ start, end }: ParsedHours, shift: string | number, areNeeded: boolean): void {
  const where = `shifts.${shift}`
  if (areNeeded && (start === undefined || end === undefined))
    refuse(`shift "${shift}" has no start and end, and "rest" needs them`, 'Give both in hours', where)
  if (start !== undefined && start > 24)
    refuse(`shift "${shift}" starts at ${start}, which is not an hour of its day`, 'Start from 0 to 24', where)
  if (start !== undefined && start === end)
    refuse(
      `shift "${shift}" ends when it starts, at ${end}`,
      `Give a later end, ${start + 24} for a whole day; an end before the start is on the next day`,
      where,
    )
}
