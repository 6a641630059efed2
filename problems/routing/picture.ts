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

/** Distinguishable with every common colour blindness (Okabe & Ito 2008), without the yellow that white swallows. */
const palette = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#000000']
const side = 1000
const margin = 50
const mostNames = 60

/** Closed routes as an SVG document about 1000 wide, north up, no larger than what it shows. */
export function routePicture(picture: PictureOf): string {
  const points = fitted(picture.at ?? circle(picture.size))
  const { width, height } = extent(points, picture)
  const lines = picture.loops.map((loop, k) => polygon(loop, points, palette[k % palette.length], k >= palette.length))
  const dots = points.map((p, k) => (k === picture.depot ? square(p) : dot(p, picture.size)))
  const labels = picture.size <= mostNames ? points.map((p, k) => label(p, String(picture.names[k]))) : []
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="16">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...lines,
    ...dots,
    ...labels,
    ...(picture.at === null ? [`<text x="10" y="22">distances only: the places stand on a circle</text>`] : []),
    '</svg>',
  ].join('\n')
}

function circle(size: number): Point2[] {
  return Array.from({ length: size }, (_, k): Point2 => {
    const angle = (2 * Math.PI * k) / size
    return [Math.cos(angle), Math.sin(angle)]
  })
}

function fitted(at: readonly Point2[]): Point2[] {
  const [left, right] = spread(at.map((p) => p[0]))
  const [low, high] = spread(at.map((p) => p[1]))
  const scale = (side - 2 * margin) / Math.max(right - left, high - low, Number.MIN_VALUE)
  const place = (offset: number) => (Number.isFinite(scale) ? Math.round(offset * scale * 10) / 10 : 0)
  return at.map(([x, y]) => [margin + place(x - left), margin + place(high - y)])
}

/** Room for the points, and at the right for the longest name. */
function extent(points: readonly Point2[], { size, names }: PictureOf): { width: number; height: number } {
  const longest = size <= mostNames ? Math.max(0, ...names.map((name) => String(name).length)) : 0
  const right = Math.max(...points.map((p) => p[0]))
  const bottom = Math.max(...points.map((p) => p[1]))
  return { width: Math.ceil(right + margin + 9 * longest), height: Math.ceil(bottom + margin) }
}

function spread(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
    [Infinity, -Infinity],
  )
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
