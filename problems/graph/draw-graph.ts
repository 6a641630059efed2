import { labelsFor } from '../picture/labels.ts'
import { springLayout } from '../picture/layout.ts'
import { circle, fitted, type Place } from '../picture/places.ts'
import { elided, group, inner, type Key, sheet } from '../picture/sheet.ts'
import { escaped, ink, short } from '../picture/svg.ts'
import type { WeightedGraph } from './weighted-graph.ts'

/** How an answer shows in the picture of its graph. */
export interface Paint {
  /** The fill of node i. */
  readonly node: (i: number) => string
  /** The stroke of edge k where it matters; null for an edge in the background. */
  readonly edge: (k: number) => string | null
  readonly caption: string
  readonly keys?: readonly Key[]
  /** How many edges there are, where the graph does not hold them all. */
  readonly edges?: number
}

type Drawn = Pick<WeightedGraph, 'size' | 'names' | 'from' | 'to' | 'at'>

const most = 600
const mostEdges = 10_000
const mostNames = 60
const side = 760
const margin = 24

/** The fill of nodes that an answer leaves aside. */
export const plain = ink.aside

/**
 * A graph as SVG. Nodes stand where the input says; else those of a sparse graph by springs, those of a dense one on a
 * circle, equal fills together. Of more than 600 nodes the first 600 are drawn, of more than 10,000 edges as
 * many, evenly taken, and a note says so.
 */
export function drawGraph(graph: Drawn, paint: Paint): string {
  const shown = Math.min(graph.size, most)
  const drawn = thinned(edgesAmong(graph, shown))
  const places = placesOf(graph, shown, drawn, paint)
  const radius = shown <= mostNames ? 9 : shown <= 200 ? 6 : 4
  const left = (inner - side) / 2
  const height = places.reduce((lowest, [, y]) => Math.max(lowest, y), 0) + margin
  const names = shown <= mostNames ? places.map((at, i) => ({ at, name: nameOf(graph, i), radius })) : []
  return sheet({
    title: paint.caption,
    keys: paint.keys,
    notes: [elided(shown, graph.size, 'nodes'), elided(drawn.length, paint.edges ?? graph.from.length, 'edges')],
    height,
    content: [
      group(left, 0, [
        ...edgeGroups(graph, places, drawn, paint),
        ...places.map((place, i) => node(graph, i, place, radius, paint.node(i))),
        ...labelsFor(names, { width: side, height }),
      ]),
    ].filter((element) => element !== ''),
  })
}

function edgesAmong({ from, to }: Drawn, shown: number): number[] {
  const inside: number[] = []
  for (let k = 0; k < from.length; k++) if (from[k] < shown && to[k] < shown && from[k] !== to[k]) inside.push(k)
  return inside
}

/** At most so many, evenly taken from all. */
function thinned(edges: readonly number[]): readonly number[] {
  if (edges.length <= mostEdges) return edges
  return Array.from({ length: mostEdges }, (_, k) => edges[Math.floor((k * edges.length) / mostEdges)])
}

function placesOf(graph: Drawn, shown: number, drawn: readonly number[], paint: Paint): Place[] {
  if (graph.at) return fitted(graph.at.slice(0, shown), side, margin)
  if (drawn.length <= 4 * shown) {
    const links = { from: drawn.map((k) => graph.from[k]), to: drawn.map((k) => graph.to[k]) }
    return fitted(springLayout(shown, links), side, margin)
  }
  return arcs(shown, paint)
}

/** On a circle, nodes of one fill beside each other, the fills as they first come. */
function arcs(shown: number, paint: Paint): Place[] {
  const fills = Array.from({ length: shown }, (_, i) => paint.node(i))
  const rank = new Map([...new Set(fills)].map((fill, k) => [fill, k]))
  const order = fills.map((_, i) => i).sort((a, b) => (rank.get(fills[a]) ?? 0) - (rank.get(fills[b]) ?? 0) || a - b)
  const round = circle(shown, side, margin)
  const places = new Array<Place>(shown)
  order.forEach((i, k) => {
    places[i] = round[k]
  })
  return places
}

/** The background first; edges of one stroke in one group. */
function edgeGroups(graph: Drawn, places: readonly Place[], drawn: readonly number[], paint: Paint): string[] {
  const strokes = drawn.map((k) => paint.edge(k))
  const matter = [...new Set(strokes)].filter((stroke) => stroke !== null)
  return [null, ...matter].flatMap((stroke) => {
    const lines = drawn
      .filter((_, n) => strokes[n] === stroke)
      .map((k) => line(places[graph.from[k]], places[graph.to[k]]))
    if (lines.length === 0) return []
    // The more lines, the thinner each, so that a dense graph stays a grey and not a black disk.
    const share = Math.min(1, 500 / lines.length)
    const style =
      stroke === null
        ? `stroke="#8a919c" stroke-opacity="${hundredths(0.04 + 0.76 * share)}"`
        : `stroke="${stroke}" stroke-width="${short(0.8 + share)}" stroke-opacity="${hundredths(0.06 + 0.74 * share)}"`
    return [`<g ${style}>\n${lines.join('\n')}\n</g>`]
  })
}

const hundredths = (share: number): number => Math.round(share * 100) / 100

const line = (a: Place, b: Place): string => `<path d="M${short(a[0])} ${short(a[1])}L${short(b[0])} ${short(b[1])}"/>`

function node(graph: Drawn, i: number, [x, y]: Place, radius: number, fill: string): string {
  const title = graph.names === null ? '' : `<title>${escaped(graph.names[i])}</title>`
  const place = `cx="${short(x)}" cy="${short(y)}" r="${radius}" fill="${fill}" stroke="#ffffff"`
  return title === '' ? `<circle ${place}/>` : `<circle ${place}>${title}</circle>`
}

const nameOf = ({ names }: Drawn, i: number): string => names?.[i] ?? String(i)
