import { escaped, palette, short, svgDocument } from '../picture/svg.ts'
import { correlations, energyOf } from './autocorrelation.ts'

const most = 400
const margin = 20
const code = 60
const reach = 60

/**
 * The sequence as a bar code, a dark bar for +1, and below it C_k for k = 1 … N − 1: up where positive, down where negative.
 * The first 400 elements and correlations are drawn, and the caption says so.
 */
export function drawSequence(signs: ArrayLike<number>): string {
  const shown = Math.min(signs.length, most)
  const width = Math.max(2, Math.min(16, 800 / Math.max(1, shown)))
  const sums = Array.from(correlations(signs)).slice(1, shown)
  const largest = sums.reduce((most, sum) => Math.max(most, Math.abs(sum)), 1)
  const axis = margin + code + 20 + reach
  const bar = (k: number, y: number, height: number, fill: string) =>
    `<rect x="${short(margin + k * width)}" y="${short(y)}" width="${short(width * 0.92)}" height="${short(height)}" fill="${fill}"/>`
  const bars = Array.from({ length: shown }, (_, i) => (signs[i] > 0 ? [bar(i, margin, code, palette[6])] : [])).flat()
  const peaks = sums.map((sum, k) => {
    const height = (Math.abs(sum) / largest) * reach
    return bar(k + 1, sum > 0 ? axis - height : axis, height, sum > 0 ? palette[0] : palette[1])
  })
  const right = margin + shown * width
  return svgDocument(
    Math.max(320, right + margin),
    axis + reach + 50,
    [
      `<rect x="${margin}" y="${margin}" width="${short(shown * width)}" height="${code}" fill="#eeeeee"/>`,
      ...bars,
      `<line x1="${margin}" y1="${axis}" x2="${short(right)}" y2="${axis}" stroke="#666666"/>`,
      ...peaks,
      `<text x="${margin}" y="${axis + reach + 30}" fill="#333333">${caption(signs, shown, largest)}</text>`,
    ],
    12,
  )
}

function caption(signs: ArrayLike<number>, shown: number, largest: number): string {
  const energy = energyOf(signs)
  const merit = energy > 0 ? `, merit factor ${short((signs.length * signs.length) / (2 * energy))}` : ''
  const cut = shown < signs.length ? `; drawn: ${shown} of ${signs.length} elements` : ''
  return escaped(`${signs.length} elements, energy ${energy}${merit}, largest correlation ${largest}${cut}`)
}
