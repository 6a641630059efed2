import { circle, fitted, type Place } from '../picture/places.ts'
import { escaped, short, svgDocument } from '../picture/svg.ts'
import type { WeightedGraph } from './weighted-graph.ts'

const most = 300
const mostEdges = 4000
const side = 640
const margin = 40

/**
 * A cut as SVG: the sides blue and orange, cut edges green, the others grey. Nodes stand where the input says, else on a
 * circle. Of more than 300 nodes the first 300 are drawn, of more than 4,000 edges the first 4,000, and a line says so.
 */
export function drawCut(graph: WeightedGraph, sides: ArrayLike<number>): string {
  const shown = Math.min(graph.size, most)
  const places = graph.at ? fitted(graph.at.slice(0, shown), side, margin) : circle(shown, side, margin)
  const edges = edgesAmong(graph, shown)
  const drawn = edges.slice(0, mostEdges)
  const isCut = (k: number) => sides[graph.from[k]] !== sides[graph.to[k]]
  const lines = [...drawn.filter((k) => !isCut(k)), ...drawn.filter(isCut)]
  return svgDocument(
    side,
    side + 30,
    [
      ...lines.map((k) => line(places[graph.from[k]], places[graph.to[k]], isCut(k))),
      ...places.map((place, i) => node(place, sides[i] > 0.5, shown <= 60 ? label(graph, i) : '', shown)),
      `<text x="${margin / 2}" y="${side + 16}" fill="#333333">${caption(graph, sides, shown, drawn.length)}</text>`,
    ],
    12,
  )
}

function edgesAmong({ from, to }: WeightedGraph, shown: number): number[] {
  const inside: number[] = []
  for (let k = 0; k < from.length; k++) if (from[k] < shown && to[k] < shown && from[k] !== to[k]) inside.push(k)
  return inside
}

function line(a: Place, b: Place, cut: boolean): string {
  const paint = cut
    ? 'stroke="#2a9d4a" stroke-width="1.5" stroke-opacity="0.7"'
    : 'stroke="#bbbbbb" stroke-width="0.7" stroke-opacity="0.6"'
  return `<line x1="${short(a[0])}" y1="${short(a[1])}" x2="${short(b[0])}" y2="${short(b[1])}" ${paint}/>`
}

function node([x, y]: Place, right: boolean, name: string, shown: number): string {
  const radius = shown <= 60 ? 9 : 4
  const dot = `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" fill="${right ? '#e8743b' : '#3b7dd8'}"/>`
  return name === ''
    ? dot
    : `${dot}<text x="${short(x)}" y="${short(y - radius - 3)}" text-anchor="middle">${name}</text>`
}

const label = ({ names }: WeightedGraph, i: number): string => escaped(names?.[i] ?? String(i))

function caption(
  { size, from, to, weight }: WeightedGraph,
  sides: ArrayLike<number>,
  shown: number,
  drawn: number,
): string {
  let cut = 0
  for (let k = 0; k < from.length; k++) if (sides[from[k]] !== sides[to[k]]) cut += weight[k]
  const elided = shown < size || drawn < from.length ? `; drawn: ${shown} nodes, ${drawn} edges` : ''
  return `cut ${Math.round(cut * 1e6) / 1e6} of ${size} nodes, ${from.length} edges${elided}`
}
