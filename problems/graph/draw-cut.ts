import { drawGraph } from './draw-graph.ts'
import type { WeightedGraph } from './weighted-graph.ts'

/** A cut as SVG: the sides blue and orange, cut edges green, the others grey. */
export function drawCut(graph: WeightedGraph, sides: ArrayLike<number>): string {
  const { size, from, to, weight } = graph
  let cut = 0
  for (let k = 0; k < from.length; k++) if (sides[from[k]] !== sides[to[k]]) cut += weight[k]
  return drawGraph(graph, {
    node: (i) => (sides[i] > 0.5 ? '#e8743b' : '#3b7dd8'),
    edge: (k) => (sides[from[k]] !== sides[to[k]] ? '#2a9d4a' : null),
    caption: `cut ${Math.round(cut * 1e6) / 1e6} of ${size} nodes, ${from.length} edges`,
  })
}
