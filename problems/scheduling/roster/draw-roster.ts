import { elided, inner, type Key, sheet } from '../../picture/sheet.ts'
import { colourOf, escaped, ink, inkOn, short } from '../../picture/svg.ts'
import { clipped, figure, textAt, widthOf } from '../../picture/text.ts'
import { rosterCost, wordOf } from './roster-check.ts'
import type { RosterData } from './roster-data.ts'

const most = { people: 100, days: 62 }
const free = '#eef0f3'
const vacation = '#b4bac4'
const longestName = 150

/** Sizes in pixels. */
interface Grid {
  readonly left: number
  readonly wide: number
  readonly high: number
  readonly people: number
  readonly days: number
}

/**
 * A roster as SVG: a row per person, a column per day, shifts in their colours, days off that stand in grey. A red dot
 * marks a day with an unmet wish; below, people per shift, red where the cover is missed. Of more than 100 people or 62
 * days the first are drawn, and a note says so.
 */
export function drawRoster(data: RosterData, rows: Uint16Array): string {
  const grid = gridOf(data)
  const foot = grid.people * grid.high
  const range = (count: number) => Array.from({ length: count }, (_, k) => k)
  return sheet({
    title: `cost ${figure(rosterCost(data, rows))}: ${data.people.length} people, ${data.days.length} days`,
    keys: keysOf(data),
    notes: [
      elided(grid.people, data.people.length, 'people'),
      elided(grid.days, data.days.length, 'days'),
      'Below: how many people each shift has, of how many it needs at least; red where it has too few or too many',
    ],
    height: 20 + foot + 10 + data.shifts.length * coverHeight,
    content: [
      textAt(grid.left - 8, 12, 'day', { anchor: 'end', fill: ink.faint }),
      ...dayNames(data, grid),
      ...range(grid.people).flatMap((p) => [
        textAt(grid.left - 8, 20 + (p + 0.5) * grid.high + 4, clipped(String(data.people[p]), longestName), {
          anchor: 'end',
        }),
        ...range(grid.days).map((d) => drawCell(data, rows, grid, p, d)),
      ]),
      ...data.shifts.flatMap((_, s) => coverRow(data, rows, grid, s)),
    ],
  })
}

const coverHeight = 22

function gridOf({ people, days, shifts }: RosterData): Grid {
  const shown = { people: Math.min(people.length, most.people), days: Math.min(days.length, most.days) }
  const names = ['day', ...people.slice(0, shown.people), ...shifts].map((key) => clipped(String(key), longestName))
  const left = names.reduce((widest, name) => Math.max(widest, widthOf(name)), 0) + 8
  const high = shown.people > 40 ? 16 : 26
  return { ...shown, left, high, wide: short(Math.min(100, (inner - left) / Math.max(1, shown.days))) }
}

const keysOf = ({ shifts }: RosterData): Key[] => [
  ...shifts.slice(0, 28).map((shift, s) => ({ fill: colourOf(s), label: `shift ${shift}` })),
  { fill: free, label: 'off' },
  { fill: vacation, label: 'cannot work' },
  { fill: ink.wrong, label: 'unmet wish', shape: 'dot' },
]

/** As many as fit: every one, every second, every fifth … */
function dayNames({ days }: RosterData, { left, wide, days: shown }: Grid): string[] {
  const names = days.slice(0, shown).map((day) => clipped(String(day), Math.max(64, wide)))
  const widest = names.reduce((most, name) => Math.max(most, widthOf(name)), 0) + 4
  const every = [1, 2, 5, 7, 10, 14].find((k) => k * wide >= widest) ?? 28
  return names.flatMap((name, d) =>
    d % every === 0 ? [textAt(left + (d + 0.5) * wide, 12, name, { anchor: 'middle', fill: ink.faint })] : [],
  )
}

function drawCell(data: RosterData, rows: Uint16Array, grid: Grid, person: number, day: number): string {
  const { people, days, options, allowed, wishCost } = data
  const k = person * days.length + day
  const option = rows[k]
  const [x, y] = [grid.left + day * grid.wide, 20 + person * grid.high]
  const isAway = !allowed.subarray(k * options + 1, (k + 1) * options).includes(1)
  const fill = option > 0 ? colourOf(option - 1) : isAway ? vacation : free
  const word = String(wordOf(data, option))
  const unmet = wishCost[k * options + option]
  const title = `${people[person]}, ${days[day]}: ${word}${unmet > 0 ? `; unmet wishes of weight ${unmet}` : ''}`
  const size = `width="${short(grid.wide - 1)}" height="${grid.high - 1}"`
  const box = `<rect x="${short(x)}" y="${y}" ${size} fill="${fill}"><title>${escaped(title)}</title></rect>`
  const fits = option > 0 && widthOf(word) + (unmet > 0 ? 10 : 2) < grid.wide
  const middle = { anchor: 'middle', fill: inkOn(fill) } as const
  const label = fits ? textAt(x + grid.wide / 2 - 0.5, y + grid.high / 2 + 3.5, word, middle) : ''
  const radius = Math.min(4, grid.wide / 5)
  const place = `cx="${short(x + grid.wide - radius - 3)}" cy="${short(y + radius + 2)}" r="${short(radius)}"`
  return `${box}${label}${unmet > 0 ? `<circle ${place} fill="${ink.wrong}" stroke="#ffffff"/>` : ''}`
}

/** How many people each day has for a shift, of how many it needs. */
function coverRow(data: RosterData, rows: Uint16Array, grid: Grid, shift: number): string[] {
  const { people, days, shifts, least, most } = data
  const y = 20 + grid.people * grid.high + 10 + shift * coverHeight
  const cells = Array.from({ length: grid.days }, (_, d) => {
    const count = people.reduce<number>((n, _, p) => n + (rows[p * days.length + d] === shift + 1 ? 1 : 0), 0)
    const k = d * shifts.length + shift
    const isMissed = count < least[k] || count > most[k]
    return coverCell(grid, d, y, `${count}/${least[k]}`, isMissed)
  })
  const name = clipped(String(shifts[shift]), longestName)
  return [textAt(grid.left - 8, y + 14, name, { anchor: 'end', bold: true }), ...cells]
}

/** In full, or without the need, or as a square where there is no room for a number. */
function coverCell({ left, wide }: Grid, day: number, y: number, full: string, isMissed: boolean): string {
  const x = left + day * wide
  const words = [full, full.split('/')[0]].find((text) => widthOf(text) < wide)
  const box = `<rect x="${short(x)}" y="${y}" width="${short(wide - 1)}" height="${coverHeight - 2}" fill="${ink.wrong}"/>`
  if (words === undefined) return isMissed ? box : ''
  const fill = isMissed ? '#ffffff' : ink.words
  return (isMissed ? box : '') + textAt(x + wide / 2, y + 14, words, { anchor: 'middle', fill })
}
