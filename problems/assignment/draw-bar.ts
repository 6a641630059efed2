import { along, type Scale } from '../picture/axis.ts'
import { elided, inner, sheet } from '../picture/sheet.ts'
import { colourOf, escaped, ink, inkOn, palette, short } from '../picture/svg.ts'
import { clipped, figure, textAt, widthOf } from '../picture/text.ts'

export interface Piece {
  readonly size: number
  readonly label: string
}

/** What the bars are, and the line they are to reach or keep. */
export interface BarWords {
  readonly title: string
  /** In the plural, for the note. */
  readonly bars: string
  readonly line: string
}

const mostRows = 100

/**
 * Bars filled with pieces side by side, a line at the capacity; what sticks out is drawn beyond it. Of more than 100 bars the
 * first 100 are drawn, and a note says so. Neighbours differ in colour, which means nothing else.
 */
export function drawBars(bars: readonly (readonly Piece[])[], capacity: number, words: BarWords): string {
  const shown = bars.slice(0, mostRows)
  const fullest = shown.reduce((most, bar) => Math.max(most, total(bar)), capacity)
  const left = shown.length > 1 ? 40 : 0
  const scale: Scale = { from: 0, to: fullest > 0 ? fullest : 1, start: left, end: inner }
  const pitch = pitchOf(shown.length)
  const foot = shown.length * pitch
  const edge = along(scale, capacity)
  return sheet({
    title: words.title,
    notes: [elided(shown.length, bars.length, words.bars)],
    height: 18 + foot,
    content: [
      textAt(edge, 8, `${words.line} ${figure(capacity)}`, {
        anchor: edge > inner / 2 ? 'end' : 'start',
        fill: ink.faint,
      }),
      ...shown.map((_, row) => frame(scale, capacity, 18 + row * pitch, pitch)),
      ...shown.flatMap((bar, row) => drawBar(bar, scale, 18 + row * pitch, pitch)),
      ...(left > 0 ? shown.flatMap((_, row) => rowNumber(row, left, pitch)) : []),
      `<line x1="${edge}" y1="14" x2="${edge}" y2="${18 + foot}" stroke="${ink.words}" stroke-dasharray="4 3"/>`,
    ],
  })
}

const pitchOf = (rows: number): number => (rows === 1 ? 64 : rows <= 12 ? 40 : rows <= 40 ? 24 : 12)

const total = (bar: readonly Piece[]): number => bar.reduce((sum, piece) => sum + piece.size, 0)

/** The number of a bar; every fifth where they stand close. */
function rowNumber(row: number, left: number, pitch: number): string[] {
  if (pitch < 20 && row % 5 > 0) return []
  return [textAt(left - 8, 18 + (row + 0.5) * pitch + 3, row, { anchor: 'end', fill: ink.faint })]
}

function frame(scale: Scale, capacity: number, top: number, pitch: number): string {
  const place = `x="${scale.start}" y="${short(top)}" width="${short(along(scale, capacity) - scale.start)}" height="${pitch - 4}"`
  return `<rect ${place} fill="#eef0f3"/>`
}

function drawBar(bar: readonly Piece[], scale: Scale, top: number, pitch: number): string[] {
  let reached = 0
  return bar.map(({ size, label }, k) => {
    const x = along(scale, reached)
    reached += size
    const wide = short(along(scale, reached) - x)
    // The last of a round in the palette is left out: dark grey is for none.
    const fill = colourOf(k % (palette.length - 1))
    const rim = wide > 3 ? ' stroke="#ffffff"' : ''
    const title = `<title>${escaped(`${label}: ${size}`)}</title>`
    const box = `<rect x="${x}" y="${short(top)}" width="${wide}" height="${pitch - 4}" fill="${fill}"${rim}>${title}</rect>`
    const words = wide > 70 ? clipped(label, wide - 6) : label
    const fits = pitch >= 20 && widthOf(words) + 4 < wide
    const place = [x + wide / 2, top + pitch / 2 + 2] as const
    return fits ? box + textAt(...place, words, { anchor: 'middle', fill: inkOn(fill) }) : box
  })
}
