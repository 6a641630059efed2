import { colourOf, escaped, short, svgDocument } from '../picture/svg.ts'
import { layersOf } from './network-layers.ts'

interface Drawn {
  readonly size: number
  readonly names: readonly string[] | null
}

/** More variables than this are not drawn; a line says so. */
const most = 200
const rowHeight = 84
const boxHeight = 26
const gap = 18
const margin = 24

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/**
 * A network as SVG: causes above, effects below, in layers with few crossings (Sugiyama, Tagawa and Toda 1981); an edge
 * bends around the layers it passes. Edges of a cycle, which an attempt may have, are orange.
 */
export function drawNetwork({ size, names }: Drawn, parents: readonly (readonly number[])[]): string {
  const shown = Math.min(size, most)
  const inside = parents.slice(0, shown).map((list) => list.filter((p) => p < shown))
  const { layers, nodes, links } = layersOf(inside)
  const label = (v: number) => clipped(names?.[v] ?? String(v))
  const widths = nodes.map((v) => (v < 0 ? 8 : Math.max(34, 7.4 * label(v).length + 16)))
  const spans = layers.map((layer) => layer.reduce((sum, k) => sum + widths[k] + gap, -gap))
  const width = Math.max(260, ...spans) + 2 * margin
  const boxes: Box[] = []
  layers.forEach((layer, depth) => {
    let x = (width - spans[depth]) / 2
    for (const k of layer) {
      boxes[k] = { x: x + widths[k] / 2, y: margin + depth * rowHeight + boxHeight / 2, width: widths[k] }
      x += widths[k] + gap
    }
  })
  const height = 2 * margin + (layers.length - 1) * rowHeight + boxHeight
  const edges = inside.reduce((sum, list) => sum + list.length, 0)
  const elided = shown < size ? `; the first ${shown} are drawn` : ''
  return svgDocument(
    width,
    height + 24,
    [
      ...links.map(({ path, isBackward }) =>
        edge(
          path.map((k) => boxes[k]),
          isBackward,
        ),
      ),
      ...nodes.flatMap((v, k) => (v < 0 ? [] : [box(boxes[k], label(v))])),
      `<text x="${margin}" y="${short(height + 12)}" fill="#333333" font-size="12">${size} variables, ${edges} edges${elided}</text>`,
    ],
    12,
  )
}

const clipped = (name: string): string => (name.length > 18 ? `${name.slice(0, 17)}…` : name)

function box({ x, y, width }: Box, name: string): string {
  const left = `x="${short(x - width / 2)}" y="${short(y - boxHeight / 2)}" width="${short(width)}" height="${boxHeight}"`
  return [
    `<rect ${left} rx="8" fill="#eef4fa" stroke="${colourOf(0)}"/>`,
    `<text x="${short(x)}" y="${short(y + 4)}" text-anchor="middle">${escaped(name)}</text>`,
  ].join('')
}

/** A smooth line through the places it passes, from the lower rim of the first box to an arrow on the upper rim of the last. */
function edge(path: readonly Box[], isBackward: boolean): string {
  const colour = isBackward ? colourOf(1) : '#555555'
  const from = path[0]
  const to = path[path.length - 1]
  const down = to.y > from.y ? 1 : -1
  const places = path.map(({ x, y }, k) => {
    if (k === 0) return { x, y: y + (down * boxHeight) / 2 }
    return { x, y: k === path.length - 1 ? y - down * (boxHeight / 2 + 6) : y }
  })
  const curve = places.slice(1).map((place, k) => {
    const before = places[k]
    const middle = (before.y + place.y) / 2
    return `C ${at(before.x, middle)} ${at(place.x, middle)} ${at(place.x, place.y)}`
  })
  const tip = places[places.length - 1]
  const head = `${at(tip.x - 3.5, tip.y)} ${at(tip.x + 3.5, tip.y)} ${at(tip.x, tip.y + 6 * down)}`
  return [
    `<path d="M ${at(places[0].x, places[0].y)} ${curve.join(' ')}" fill="none" stroke="${colour}" stroke-opacity="0.8"/>`,
    `<polygon points="${head}" fill="${colour}"/>`,
  ].join('')
}

const at = (x: number, y: number): string => `${short(x)},${short(y)}`
