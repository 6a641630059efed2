import { ink, short, svgDocument } from './svg.ts'
import { clipped, figure, lined, textAt, widthOf } from './text.ts'

/** What a colour means. */
export interface Key {
  readonly fill: string
  readonly label: string
  readonly shape?: 'box' | 'dot' | 'line'
  /** Of a line, as `stroke-dasharray` has it. */
  readonly dash?: string
}

/** One page: what the answer costs, what the colours mean, the picture, and what it leaves out. */
export interface Sheet {
  readonly title: string
  readonly keys?: readonly Key[]
  readonly notes?: readonly string[]
  /** Of the picture, in pixels; it is `inner` wide unless it says so. */
  readonly height: number
  readonly width?: number
  /** Elements; their upper left corner is the origin. */
  readonly content: readonly string[]
}

const margin = 40
const row = 22

/** The width of the picture inside the margins of a sheet. */
export const inner = 920

/** Every picture's page as SVG: 1000 pixels wide, the title and the keys above, the notes below. */
export function sheet({ title, keys = [], notes = [], height, width = inner, content }: Sheet): string {
  const titles = lined(title, width, 20)
  const legend = legendOf(keys, width)
  const top = margin + titles.length * 26 + legend.rows * row + (legend.rows > 0 ? 16 : 8)
  const small = notes.filter((note) => note !== '').flatMap((note) => lined(note, width))
  const foot = top + height + 28
  return svgDocument(
    width + 2 * margin,
    foot + Math.max(0, small.length - 1) * 18 + (small.length > 0 ? 24 : 4),
    [
      ...titles.map((line, k) => textAt(margin, margin + 12 + k * 26, line, { size: 20, bold: true })),
      group(margin, margin + titles.length * 26 + 4, legend.elements),
      group(margin, top, content),
      ...small.map((line, k) => textAt(margin, foot + k * 18, line, { fill: ink.faint })),
    ].filter((element) => element !== ''),
    12,
  )
}

/** Elements moved right and down. */
export const group = (x: number, y: number, elements: readonly string[]): string =>
  elements.length === 0 ? '' : `<g transform="translate(${short(x)} ${short(y)})">\n${elements.join('\n')}\n</g>`

function legendOf(keys: readonly Key[], width: number): { rows: number; elements: string[] } {
  let [x, rows] = [0, keys.length > 0 ? 1 : 0]
  const elements = keys.map((key) => {
    const label = clipped(key.label, 340)
    const wide = 22 + widthOf(label) + 18
    if (x > 0 && x + wide - 18 > width) {
      x = 0
      rows++
    }
    const element = mark(key, x, (rows - 0.5) * row) + textAt(x + 22, (rows - 0.5) * row + 4, label)
    x += wide
    return element
  })
  return { rows, elements }
}

function mark({ fill, shape = 'box', dash }: Key, x: number, y: number): string {
  const left = short(x)
  if (shape === 'dot') return `<circle cx="${short(x + 8)}" cy="${y}" r="6" fill="${fill}"/>`
  const dashes = dash ? ` stroke-dasharray="${dash}"` : ''
  if (shape === 'line') return `<path d="M${left} ${y}h16" stroke="${fill}" stroke-width="3"${dashes}/>`
  return `<rect x="${left}" y="${y - 7}" width="16" height="14" rx="2" fill="${fill}"/>`
}

/** "drawn: 60 of 70 bins", where not all are. */
export const elided = (shown: number, all: number, what: string): string =>
  shown < all ? `drawn: ${figure(shown)} of ${figure(all)} ${what}` : ''
