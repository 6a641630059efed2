import { along, axisAcross, type Scale } from '../picture/axis.ts'
import { elided, inner, type Key, sheet } from '../picture/sheet.ts'
import { colourOf, escaped, ink, inkOn, short } from '../picture/svg.ts'
import { clipped, textAt, widthOf } from '../picture/text.ts'

/** One piece of work: in which row, from when to when, whose colour, and what to say on it. */
export interface GanttBar {
  readonly row: number
  readonly start: number
  readonly end: number
  readonly label: string
  /** Bars of one job bear one number. */
  readonly colour: number
}

export interface Gantt {
  /** The names of the rows, top to bottom: machines. */
  readonly rows: readonly string[]
  readonly bars: readonly GanttBar[]
  readonly caption: string
}

const most = { rows: 100, bars: 4000, keys: 28 }
const longestName = 180

/**
 * A schedule as SVG (Gantt 1903): a row per machine, a bar per operation in the colour of its job, time to the right.
 * Of more than 100 rows or 4,000 bars the first are drawn, and a note says so. Bars without length are thin lines.
 */
export function drawGantt({ rows, bars, caption }: Gantt): string {
  const shownRows = rows.slice(0, most.rows)
  const inside = bars.filter(({ row }) => row < shownRows.length)
  const shown = inside.slice(0, most.bars)
  const scene = sceneOf(shownRows, shown)
  const foot = shownRows.length * scene.pitch
  const end = along(scene.time, scene.time.to)
  const keys = keysOf(shown)
  return sheet({
    title: caption,
    keys,
    notes: [
      elided(shownRows.length, rows.length, 'rows'),
      elided(shown.length, bars.length, 'bars'),
      keys.length === 0 && shown.length > 0 ? 'A colour is a job; colours repeat after 28' : '',
    ],
    height: foot + 36,
    content: [
      ...axisAcross(scene.time, -4, foot, 'time'),
      ...shownRows.map((name, row) => rowName(scene, name, row)),
      ...shown.map((bar) => drawBar(scene, bar)),
      `<line x1="${end}" y1="-4" x2="${end}" y2="${foot + 4}" stroke="${ink.words}" stroke-dasharray="4 3"/>`,
    ],
  })
}

interface Scene {
  readonly time: Scale
  /** Pixels between rows, and of the letters beside them. */
  readonly pitch: number
  readonly size: number
}

function sceneOf(rows: readonly string[], bars: readonly GanttBar[]): Scene {
  const from = bars.reduce((low, { start }) => Math.min(low, start), 0)
  const to = bars.reduce((high, { end }) => Math.max(high, end), from)
  const pitch = rows.length > 40 ? 16 : rows.length > 12 ? 26 : 36
  const size = pitch > 16 ? 12 : 11
  const longest = rows.reduce((most, name) => Math.max(most, widthOf(clipped(name, longestName, size), size)), 0)
  return { time: { from, to, start: longest + 10, end: inner }, pitch, size }
}

/** A key per job, while there are colours for all. */
function keysOf(bars: readonly GanttBar[]): Key[] {
  const labels = new Map(bars.map(({ colour, label }) => [colour, label]))
  if (labels.size > most.keys) return []
  return [...labels]
    .sort(([a], [b]) => a - b)
    .map(([colour, label]) => ({
      fill: colourOf(colour),
      label: /^\d+$/.test(label) ? `job ${label}` : label,
    }))
}

function rowName({ time, pitch, size }: Scene, name: string, row: number): string {
  return textAt(time.start - 10, (row + 0.5) * pitch + 4, clipped(name, longestName, size), { anchor: 'end', size })
}

function drawBar({ time, pitch }: Scene, { row, start, end, label, colour }: GanttBar): string {
  const x = along(time, start)
  const wide = Math.max(0.5, short(along(time, end) - x))
  const y = short(row * pitch + 1.5)
  const high = pitch - 3
  const fill = colourOf(colour)
  const rim = wide > 4 ? ' stroke="#ffffff" stroke-width="0.5"' : ''
  const title = escaped(`${label}: ${start} to ${end}`)
  const box = `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${fill}"${rim}><title>${title}</title></rect>`
  if (pitch < 20 || wide < widthOf(label) + 2) return box
  return box + textAt(x + wide / 2, y + high / 2 + 4, label, { anchor: 'middle', fill: inkOn(fill) })
}
