import { circle, fitted } from '../picture/places.ts'
import { colourOf, escaped, palette, short, svgDocument } from '../picture/svg.ts'
import type { Point2 } from './metric.ts'

/** One closed line of a picture. */
export interface Loop {
  readonly places: readonly number[]
  readonly title: string
}

export interface PictureOf {
  readonly size: number
  /** Null: the places are put on a circle, in their own order. */
  readonly at: readonly Point2[] | null
  readonly names: readonly (string | number)[]
  readonly loops: readonly Loop[]
  /** Drawn as a square. */
  readonly depot?: number
}

const side = 1000
const margin = 50
const mostNames = 60

/** Closed routes as an SVG document about 1000 wide, north up, no larger than what it shows. */
export function routePicture(picture: PictureOf): string {
  const points = placed(picture)
  const { width, height } = extent(points, picture)
  const lines = picture.loops.map((loop, k) => polygon(loop, points, colourOf(k), k >= palette.length))
  const dots = points.map((p, k) => (k === picture.depot ? square(p) : dot(p, picture.size)))
  const labels = picture.size <= mostNames ? points.map((p, k) => label(p, String(picture.names[k]))) : []
  const note = picture.at === null ? ['<text x="10" y="22">distances only: the places stand on a circle</text>'] : []
  return svgDocument(width, height, [...lines, ...dots, ...labels, ...note], 16)
}

function placed({ at, size }: PictureOf): Point2[] {
  const places = at === null ? circle(size, side, margin) : fitted(at, side, margin)
  return places.map(([x, y]): Point2 => [short(x), short(y)])
}

/** Room for the points, and at the right for the longest name. */
function extent(points: readonly Point2[], { size, names }: PictureOf): { width: number; height: number } {
  const longest = size <= mostNames ? Math.max(0, ...names.map((name) => String(name).length)) : 0
  const right = Math.max(...points.map((p) => p[0]))
  const bottom = Math.max(...points.map((p) => p[1]))
  return { width: Math.ceil(right + margin + 9 * longest), height: Math.ceil(bottom + margin) }
}

function polygon({ places, title }: Loop, points: readonly Point2[], colour: string, dashed: boolean): string {
  const corners = places
    .filter((k) => points[k])
    .map((k) => points[k].join())
    .join(' ')
  const dash = dashed ? ' stroke-dasharray="12 6"' : ''
  return `<polygon points="${corners}" fill="none" stroke="${colour}" stroke-width="3"${dash}><title>${escaped(title)}</title></polygon>`
}

const square = ([x, y]: Point2) => `<rect x="${x - 10}" y="${y - 10}" width="20" height="20" fill="#000"/>`

const dot = ([x, y]: Point2, size: number) => `<circle cx="${x}" cy="${y}" r="${size > 300 ? 3 : 5}" fill="#333"/>`

const label = ([x, y]: Point2, name: string) => `<text x="${x + 9}" y="${y - 9}">${escaped(name)}</text>`
