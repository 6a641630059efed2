import { colourOf, escaped, svgDocument } from '../picture/svg.ts'
import { rosterCost, wordOf } from './roster-check.ts'
import type { RosterData } from './roster-data.ts'

const most = { people: 100, days: 62 }
const cell = { width: 44, height: 24 }
const top = 34

/**
 * A roster as SVG: a row per person, a column per day, shifts in their colours, days off that stand hatched in grey. A red
 * dot marks a day with an unmet wish; below, people per shift, red where the cover is missed. Of more than 100 people or 62
 * days the first are drawn, and the caption says so.
 */
export function drawRoster(data: RosterData, rows: Uint16Array): string {
  const people = data.people.slice(0, most.people)
  const days = data.days.slice(0, most.days)
  const left = 24 + 7 * [...people, ...data.shifts].reduce<number>((n, k) => Math.max(n, shortened(k, 18).length), 0)
  const foot = top + people.length * cell.height
  const elements = [
    ...days.map((day, d) =>
      textAt(left + (d + 0.5) * cell.width, top - 10, shortened(day, 6), 'text-anchor="middle" fill="#333333"'),
    ),
    ...people.flatMap((name, p) => [
      textAt(left - 8, top + p * cell.height + 16, shortened(name, 18), 'text-anchor="end"'),
      ...days.map((_, d) => drawCell(data, rows, p, d, left)),
    ]),
    ...data.shifts.flatMap((_, s) => coverRow(data, rows, s, days.length, left, foot + 8)),
    textAt(10, foot + 8 + data.shifts.length * cell.height + 24, captionOf(data, rows), 'fill="#333333"'),
  ]
  const height = foot + 8 + data.shifts.length * cell.height + 40
  return svgDocument(Math.max(360, left + days.length * cell.width + 20), height, elements, 12)
}

function shortened(key: string | number, length: number): string {
  const text = String(key)
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}

const textAt = (x: number, y: number, words: string | number, style: string): string =>
  `<text x="${x}" y="${y}" ${style}>${escaped(String(words))}</text>`

function drawCell(data: RosterData, rows: Uint16Array, person: number, day: number, left: number): string {
  const { people, days, options, allowed, wishCost } = data
  const k = person * days.length + day
  const option = rows[k]
  const [x, y] = [left + day * cell.width, top + person * cell.height]
  const isAway = !allowed.subarray(k * options + 1, (k + 1) * options).includes(1)
  const fill = option > 0 ? colourOf(option - 1) : isAway ? '#cccccc' : '#f4f4f4'
  const word = String(wordOf(data, option))
  const unmet = wishCost[k * options + option]
  const title = `${people[person]}, ${days[day]}: ${word}${unmet > 0 ? `; unmet wishes of weight ${unmet}` : ''}`
  const box = `<rect x="${x + 1}" y="${y + 1}" width="${cell.width - 2}" height="${cell.height - 2}" fill="${fill}"><title>${escaped(title)}</title></rect>`
  const middle = `x="${x + cell.width / 2}" y="${y + 16}" text-anchor="middle" font-size="11"`
  const label = option > 0 ? `<text ${middle} fill="#ffffff">${escaped(shortened(word, 6))}</text>` : ''
  const dot =
    unmet > 0 ? `<circle cx="${x + cell.width - 7}" cy="${y + 7}" r="4" fill="#c00000" stroke="#ffffff"/>` : ''
  return box + label + dot
}

/** How many people each day has for a shift, of how many it needs. */
function coverRow(
  data: RosterData,
  rows: Uint16Array,
  shift: number,
  days: number,
  left: number,
  foot: number,
): string[] {
  const { people, shifts, least, most } = data
  const y = foot + shift * cell.height + 16
  const numbers = Array.from({ length: days }, (_, d) => {
    const count = people.reduce<number>((n, _, p) => n + (rows[p * data.days.length + d] === shift + 1 ? 1 : 0), 0)
    const k = d * shifts.length + shift
    const isMissed = count < least[k] || count > most[k]
    const style = `text-anchor="middle" fill="${isMissed ? '#c00000' : '#333333'}"`
    return textAt(left + (d + 0.5) * cell.width, y, `${count}/${least[k]}`, style)
  })
  return [textAt(left - 8, y, shortened(shifts[shift], 18), `text-anchor="end" fill="${colourOf(shift)}"`), ...numbers]
}

function captionOf(data: RosterData, rows: Uint16Array): string {
  const { people, days } = data
  const isCut = people.length > most.people || days.length > most.days
  const cut = isCut
    ? `; drawn: the first ${Math.min(people.length, most.people)} people and ${Math.min(days.length, most.days)} days`
    : ''
  return `${people.length} people, ${days.length} days, cost ${rosterCost(data, rows)}, a red dot is an unmet wish${cut}`
}
