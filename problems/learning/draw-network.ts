import { inner, sheet } from '../picture/sheet.ts'
import { escaped, ink, mixed, palette, short } from '../picture/svg.ts'
import { clipped, figure, textAt, widthOf } from '../picture/text.ts'
import { layersOf } from './network-layers.ts'

interface Drawn {
  readonly size: number
  readonly names: readonly string[] | null
}

/** More variables than this are not drawn; a note says so. */
const most = 200
const rowHeight = 84
const boxHeight = 26
const gap = 14
const longestName = 130

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/**
 * A network as SVG: causes above, effects below, in layers with few crossings (Sugiyama, Tagawa and Toda 1981); an edge
 * bends around the layers it passes. Edges of a cycle, which an attempt may have, are orange. The cost stands in the title.
 */
export function drawNetwork({ size, names }: Drawn, parents: readonly (readonly number[])[], cost?: number): string {
  const shown = Math.min(size, most)
  const inside = parents.slice(0, shown).map((list) => list.filter((p) => p < shown))
  const { layers, nodes, links } = layersOf(inside)
  const labels = nodes.map((v) => (v < 0 ? '' : clipped(names?.[v] ?? String(v), longestName)))
  const boxes = boxesOf(
    layers,
    labels.map((label, k) => (nodes[k] < 0 ? 8 : Math.max(34, widthOf(label) + 14))),
  )
  const right = boxes.reduce((furthest, { x, width }) => Math.max(furthest, x + width / 2), inner)
  const edges = parents.reduce((sum, list) => sum + list.length, 0)
  const isCyclic = links.some((link) => link.isBackward)
  return sheet({
    title: `${cost === undefined ? '' : `cost ${figure(cost)}: `}${size} variables, ${edges} edges`,
    keys: isCyclic ? [{ fill: palette[1], label: 'closes a cycle, which is not allowed', shape: 'line' }] : [],
    notes: [
      'An arrow leads from a parent to the variable that depends on it',
      shown < size ? `the first ${shown} are drawn` : '',
    ],
    width: Math.ceil(right),
    height: (layers.length - 1) * rowHeight + boxHeight,
    content: [
      ...links.map(({ path, isBackward }) =>
        edge(
          path.map((k) => boxes[k]),
          isBackward,
        ),
      ),
      ...nodes.flatMap((v, k) => (v < 0 ? [] : [box(boxes[k], labels[k], names?.[v] ?? String(v))])),
    ],
  })
}

/** Each layer in a row of its own, in the middle of the widest or of the sheet. */
function boxesOf(layers: readonly (readonly number[])[], widths: readonly number[]): Box[] {
  const spans = layers.map((layer) => layer.reduce((sum, k) => sum + widths[k] + gap, -gap))
  const width = Math.max(inner, ...spans)
  const boxes: Box[] = []
  layers.forEach((layer, depth) => {
    let x = (width - spans[depth]) / 2
    for (const k of layer) {
      boxes[k] = { x: x + widths[k] / 2, y: depth * rowHeight + boxHeight / 2, width: widths[k] }
      x += widths[k] + gap
    }
  })
  return boxes
}

function box({ x, y, width }: Box, label: string, name: string): string {
  const left = `x="${short(x - width / 2)}" y="${short(y - boxHeight / 2)}" width="${short(width)}" height="${boxHeight}"`
  const title = label === name ? '' : `<title>${escaped(name)}</title>`
  const frame = `<rect ${left} rx="8" fill="${mixed(palette[0], 0.92)}" stroke="${palette[0]}">${title}</rect>`
  return frame + textAt(x, y + 4, label, { anchor: 'middle' })
}

/** A smooth line through the places it passes, from the lower rim of the first box to an arrow on the upper rim of the last. */
function edge(path: readonly Box[], isBackward: boolean): string {
  const colour = isBackward ? palette[1] : ink.faint
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
