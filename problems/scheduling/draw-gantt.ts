import { colourOf, escaped, palette, short, svgDocument } from '../picture/svg.ts'

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

const most = { rows: 100, bars: 4000 }
const width = 960
const top = 20
const left = 10

/**
 * A schedule as SVG (Gantt 1903): a row per machine, a bar per operation in the colour of its job, time to the right.
 * Of more than 100 rows or 4,000 bars the first are drawn, and the caption says so. Bars without length are thin lines.
 */
export function drawGantt({ rows, bars, caption }: Gantt): string {
  const shownRows = Math.min(rows.length, most.rows)
  const inside = bars.filter(({ row }) => row < shownRows)
  const shown = inside.slice(0, most.bars)
  const scene = sceneOf(rows.slice(0, shownRows), shown)
  const elided =
    shown.length < bars.length || shownRows < rows.length
      ? `; drawn: ${shownRows} of ${rows.length} rows, ${shown.length} of ${bars.length} bars`
      : ''
  const foot = top + shownRows * scene.pitch
  return svgDocument(
    scene.origin + width + 30,
    foot + 60,
    [
      ...axis(scene, foot),
      ...rows.slice(0, shownRows).map((name, row) => rowName(scene, name, row)),
      ...shown.map((bar) => drawBar(scene, bar)),
      `<text x="${left}" y="${foot + 48}" fill="#333333">${escaped(caption + elided)}</text>`,
    ],
    12,
  )
}

interface Scene {
  readonly from: number
  readonly to: number
  /** Pixels: of the earliest time, between rows, and per unit of time. */
  readonly origin: number
  readonly pitch: number
  readonly scale: number
}

function sceneOf(rows: readonly string[], bars: readonly GanttBar[]): Scene {
  const from = bars.reduce((low, { start }) => Math.min(low, start), 0)
  const to = bars.reduce((high, { end }) => Math.max(high, end), from)
  const longest = rows.reduce((most, name) => Math.max(most, clipped(name).length), 0)
  const pitch = rows.length > 40 ? 16 : 28
  return { from, to, origin: left + 8 + 7 * longest, pitch, scale: to > from ? width / (to - from) : 0 }
}

const clipped = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name)

const at = ({ from, origin, scale }: Scene, time: number): number => short(origin + (time - from) * scale)

function rowName(scene: Scene, name: string, row: number): string {
  const y = top + (row + 0.5) * scene.pitch + 4
  return `<text x="${scene.origin - 8}" y="${short(y)}" text-anchor="end">${escaped(clipped(name))}</text>`
}

function drawBar(scene: Scene, { row, start, end, label, colour }: GanttBar): string {
  const x = at(scene, start)
  const wide = Math.max(0.5, short((end - start) * scene.scale))
  const y = short(top + row * scene.pitch + 2)
  const high = scene.pitch - 4
  // Colours come round after seven; every other round is paler, so that neighbours in number stay apart.
  const opacity = Math.floor(colour / palette.length) % 2 === 0 ? 0.85 : 0.5
  const paint = `fill="${colourOf(colour)}" fill-opacity="${opacity}" stroke="#ffffff" stroke-width="0.5"`
  const title = escaped(`${label}: ${start} to ${end}`)
  const box = `<rect x="${x}" y="${y}" width="${wide}" height="${high}" ${paint}><title>${title}</title></rect>`
  if (scene.pitch < 20 || wide < 7 * label.length + 4) return box
  const place = `x="${short(x + wide / 2)}" y="${short(y + high / 2 + 4)}"`
  return `${box}<text ${place} text-anchor="middle" fill="#ffffff">${escaped(label)}</text>`
}

/** Grey lines at round times, numbers below. */
function axis(scene: Scene, foot: number): string[] {
  const { from, to } = scene
  const step = roundStep((to - from) / 8)
  const ticks: string[] = []
  for (let k = Math.ceil(from / step); k * step <= to; k++) {
    const x = at(scene, k * step)
    const time = Math.round(k * step * 1e6) / 1e6
    ticks.push(
      `<line x1="${x}" y1="${top - 6}" x2="${x}" y2="${foot + 4}" stroke="#dddddd"/>`,
      `<text x="${x}" y="${foot + 18}" text-anchor="middle" fill="#333333">${time}</text>`,
    )
  }
  return ticks
}

/** The smallest of 1, 2, 5 times a power of ten that is not below. */
function roundStep(least: number): number {
  if (!(least > 0)) return 1
  let power = 1
  while (power > least) power /= 10
  while (power * 10 <= least) power *= 10
  const factor = [1, 2, 5, 10].find((f) => f * power >= least) ?? 10
  return factor * power
}
