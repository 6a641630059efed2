import { labelsFor } from '../picture/labels.ts'
import { circle, fitted, type Place } from '../picture/places.ts'
import { elided, group, inner, sheet } from '../picture/sheet.ts'
import { escaped, ink, palette, short } from '../picture/svg.ts'
import type { Point2 } from './metric.ts'

/** One closed line of a picture. */
export interface Loop {
  readonly places: readonly number[]
  readonly title: string
}

export interface PictureOf {
  readonly title: string
  readonly size: number
  /** Null: the places are put on a circle in the order of the loops, the depot in the middle. */
  readonly at: readonly Point2[] | null
  readonly names: readonly (string | number)[]
  readonly loops: readonly Loop[]
  /** Drawn as a square. */
  readonly depot?: number
}

const side = 800
const margin = 30
const mostNames = 120
const mostKeys = 14

/** Closed routes as an SVG document: north up, a colour per route, names where there is room. */
export function routePicture(picture: PictureOf): string {
  const places = placed(picture)
  const width = places.reduce((most, [x]) => Math.max(most, x), 0) + margin
  const height = places.reduce((most, [, y]) => Math.max(most, y), 0) + margin
  const { loops, depot } = picture
  const keys = loops.map(({ title }, k) => ({
    fill: palette[k % palette.length],
    label: title,
    shape: 'line' as const,
    dash: dashOf(k),
  }))
  const labels = picture.size > mostNames ? [] : namesOf(picture, places, { width: inner, height }, (inner - width) / 2)
  return sheet({
    title: picture.title,
    keys: loops.length > 1 ? keys.slice(0, mostKeys) : [],
    notes: [
      picture.at === null ? 'Distances only: the places stand on a circle in the order of the routes' : '',
      loops.length > mostKeys ? elided(mostKeys, loops.length, 'routes').replace('drawn', 'named above') : '',
    ],
    height,
    content: [
      group((inner - width) / 2, 0, [
        ...loops.map((loop, k) => polygon(loop, places, k)),
        ...places.map((place, k) => (k === depot ? square(place) : dot(place, picture, k))),
      ]),
      ...labels,
    ].filter((element) => element !== ''),
  })
}

function placed({ at, size, loops, depot }: PictureOf): Place[] {
  const places = at === null ? inTurn(size, loops, depot) : fitted(at, side, margin)
  return places.map(([x, y]): Place => [short(x), short(y)])
}

/** On a circle in the order of the loops; the depot, where there is one, in the middle. */
function inTurn(size: number, loops: readonly Loop[], depot: number | undefined): Place[] {
  const everyone = Array.from({ length: size }, (_, k) => k)
  const order = [...new Set([...loops.flatMap((loop) => loop.places), ...everyone])].filter(
    (k) => k !== depot && k >= 0 && k < size,
  )
  const round = circle(order.length, side, margin)
  const places = everyone.map((): Place => [side / 2, side / 2])
  order.forEach((k, turn) => {
    places[k] = round[turn]
  })
  return places
}

function namesOf(
  { names, depot }: PictureOf,
  places: readonly Place[],
  frame: { width: number; height: number },
  moved: number,
): string[] {
  const wanted = places.map(([x, y], k) => ({
    at: [x + moved, y] as const,
    name: String(names[k]),
    radius: k === depot ? 10 : 5,
  }))
  return labelsFor(wanted, frame)
}

/** After seven routes the colours come round, dashed, then dotted. */
const dashOf = (k: number): string => ['', '10 5', '3 4'][Math.floor(k / palette.length) % 3]

function polygon({ places, title }: Loop, points: readonly Place[], k: number): string {
  const corners = places
    .filter((place) => points[place])
    .map((place) => points[place].join())
    .join(' ')
  const dash = dashOf(k) === '' ? '' : ` stroke-dasharray="${dashOf(k)}"`
  const stroke = `stroke="${palette[k % palette.length]}" stroke-width="2.5" stroke-linejoin="round"${dash}`
  return `<polygon points="${corners}" fill="none" ${stroke}><title>${escaped(title)}</title></polygon>`
}

const square = ([x, y]: Place) =>
  `<rect x="${short(x - 9)}" y="${short(y - 9)}" width="18" height="18" fill="${ink.words}" stroke="#ffffff"/>`

function dot([x, y]: Place, { size, names }: PictureOf, k: number): string {
  const radius = size > 400 ? 2 : size > mostNames ? 3 : 5
  const title = size > mostNames ? '' : `<title>${escaped(String(names[k]))}</title>`
  const rim = size > 400 ? '' : ' stroke="#ffffff"'
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${ink.words}"${rim}>${title}</circle>`
}
