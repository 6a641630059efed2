import { ink, mixed, short } from './svg.ts'
import { figure, textAt } from './text.ts'

/** A matrix to show as shades: `value(row, column)`, darker for more, nothing for the least. */
export interface HeatMap {
  readonly rows: number
  readonly columns: number
  readonly value: (row: number, column: number) => number
  readonly colour: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const shades = 12

/** The cells of equal shade are one path, so that a large matrix stays a small file; a frame, and the range below. */
export function heatMap(map: HeatMap): string[] {
  const { rows, columns, colour, left, top, width, height } = map
  const values = Float64Array.from({ length: rows * columns }, (_, k) =>
    map.value(Math.floor(k / columns), k % columns),
  )
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const [wide, tall] = [width / columns, height / rows]
  const paths = Array.from({ length: shades + 1 }, () => '')
  values.forEach((value, k) => {
    const shade = high > low ? Math.ceil((shades * (value - low)) / (high - low)) : 0
    if (shade === 0) return
    const [x, y] = [left + (k % columns) * wide, top + (Math.floor(k / columns) + 0.5) * tall]
    paths[shade] += `M${short(x)} ${short(y)}h${short(wide)}`
  })
  return [
    ...paths.flatMap((path, shade) =>
      path === ''
        ? []
        : [`<path d="${path}" stroke="${mixed(colour, 1 - shade / shades)}" stroke-width="${short(tall)}"/>`],
    ),
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="${ink.aside}"/>`,
    ...(rows * columns > 0 ? range(map, low, high) : []),
  ]
}

/** From the least to the most, with a strip of the shades between. */
function range({ colour, left, top, height }: HeatMap, low: number, high: number): string[] {
  const y = top + height + 12
  const words = figure(low)
  const start = left + 8 + words.length * 7.5
  return [
    textAt(left, y + 9, words, { fill: ink.faint }),
    ...Array.from({ length: shades + 1 }, (_, k) => {
      const fill = mixed(colour, 1 - k / shades)
      return `<rect x="${short(start + k * 8)}" y="${y}" width="8" height="10" fill="${fill}"/>`
    }),
    textAt(start + (shades + 1) * 8 + 8, y + 9, figure(high), { fill: ink.faint }),
  ]
}
