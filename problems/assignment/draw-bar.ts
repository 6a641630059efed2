import { colourOf, escaped, short, svgDocument } from '../picture/svg.ts'

export interface Piece {
  readonly size: number
  readonly label: string
}

const width = 640
const height = 26
const gap = 8
const margin = 40
const mostRows = 60

/**
 * Bars filled with pieces side by side, a line at the capacity; what sticks out is drawn beyond it. Of more than 60 bars the
 * first 60 are drawn, and the caption says so.
 */
export function drawBars(bars: readonly (readonly Piece[])[], capacity: number, caption: string): string {
  const shown = bars.slice(0, mostRows)
  const fullest = shown.reduce((most, bar) => Math.max(most, total(bar)), capacity)
  const scale = fullest > 0 ? width / fullest : 0
  const bottom = margin / 2 + shown.length * (height + gap)
  const edge = short(margin + capacity * scale)
  const elided = bars.length > mostRows ? `; drawn: ${mostRows} of ${bars.length}` : ''
  return svgDocument(
    width + 2 * margin,
    bottom + 34,
    [
      ...shown.flatMap((bar, row) => drawBar(bar, margin / 2 + row * (height + gap), scale)),
      ...shown.map((_, row) => frame(margin / 2 + row * (height + gap), capacity * scale)),
      `<line x1="${edge}" y1="${margin / 4}" x2="${edge}" y2="${bottom}" stroke="#333333" stroke-dasharray="4 3"/>`,
      `<text x="${margin}" y="${bottom + 20}" fill="#333333">${escaped(caption + elided)}</text>`,
    ],
    12,
  )
}

const total = (bar: readonly Piece[]): number => bar.reduce((sum, piece) => sum + piece.size, 0)

const frame = (top: number, full: number): string =>
  `<rect x="${margin}" y="${short(top)}" width="${short(full)}" height="${height}" fill="none" stroke="#999999"/>`

function drawBar(bar: readonly Piece[], top: number, scale: number): string[] {
  let left = margin
  return bar.map(({ size, label }, k) => {
    const wide = size * scale
    const box = `<rect x="${short(left)}" y="${short(top)}" width="${short(wide)}" height="${height}" fill="${colourOf(k)}" fill-opacity="0.75" stroke="#ffffff"/>`
    const room = wide > 8 * label.length
    const text = `<text x="${short(left + wide / 2)}" y="${short(top + height / 2 + 4)}" text-anchor="middle">${escaped(label)}</text>`
    left += wide
    return room ? box + text : box
  })
}
