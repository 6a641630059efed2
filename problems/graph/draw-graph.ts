import { circle, fitted, type Place } from '../picture/places.ts'
import { escaped, short, svgDocument } from '../picture/svg.ts'
import type { WeightedGraph } from './weighted-graph.ts'

/** How an answer shows in the picture of its graph. */
export interface Paint {
  /** The fill of node i. */
  readonly node: (i: number) => string
  /** The stroke of edge k where it matters; null for an edge in the background. */
  readonly edge: (k: number) => string | null
  readonly caption: string
}

const most = 300
const mostEdges = 4000
const side = 640
const margin = 40

/** The fill of nodes that an answer leaves aside. */
export const plain = '#c4c9d1'

/**
 * A graph as SVG. Nodes stand where the input says, else on a circle. Of more than 300 nodes the first 300 are drawn, of
 * more than 4,000 edges the first 4,000, and the caption says so.
 */
export function drawGraph(graph: WeightedGraph, paint: Paint): string {
  const shown = Math.min(graph.size, most)
  const places = graph.at ? fitted(graph.at.slice(0, shown), side, margin) : circle(shown, side, margin)
  const drawn = edgesAmong(graph, shown).slice(0, mostEdges)
  const matters = (k: number) => paint.edge(k) !== null
  const lines = [...drawn.filter((k) => !matters(k)), ...drawn.filter(matters)]
  const isElided = shown < graph.size || drawn.length < graph.from.length
  const elided = isElided ? `; drawn: ${shown} nodes, ${drawn.length} edges` : ''
  return svgDocument(
    side,
    side + 30,
    [
      ...lines.map((k) => line(places[graph.from[k]], places[graph.to[k]], paint.edge(k))),
      ...places.map((place, i) => node(place, paint.node(i), shown <= 60 ? label(graph, i) : '', shown)),
      `<text x="${margin / 2}" y="${side + 16}" fill="#333333">${escaped(paint.caption)}${elided}</text>`,
    ],
    12,
  )
}

function edgesAmong({ from, to }: WeightedGraph, shown: number): number[] {
  const inside: number[] = []
  for (let k = 0; k < from.length; k++) if (from[k] < shown && to[k] < shown && from[k] !== to[k]) inside.push(k)
  return inside
}

function line(a: Place, b: Place, stroke: string | null): string {
  const paint =
    stroke === null
      ? 'stroke="#bbbbbb" stroke-width="0.7" stroke-opacity="0.6"'
      : `stroke="${stroke}" stroke-width="1.5" stroke-opacity="0.7"`
  return `<line x1="${short(a[0])}" y1="${short(a[1])}" x2="${short(b[0])}" y2="${short(b[1])}" ${paint}/>`
}

function node([x, y]: Place, fill: string, name: string, shown: number): string {
  const radius = shown <= 60 ? 9 : 4
  const dot = `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" fill="${fill}"/>`
  return name === ''
    ? dot
    : `${dot}<text x="${short(x)}" y="${short(y - radius - 3)}" text-anchor="middle">${name}</text>`
}

const label = ({ names }: WeightedGraph, i: number): string => escaped(names?.[i] ?? String(i))
