import { palette } from '../../picture/svg.ts'
import { figure } from '../../picture/text.ts'
import { drawGraph } from '../draw-graph.ts'
import type { WeightedGraph } from '../weighted-graph.ts'

/** A cut as SVG: the sides blue and orange, cut edges green, the others grey. */
export function drawCut(graph: WeightedGraph, sides: ArrayLike<number>): string {
  const { size, from, to, weight } = graph
  let cut = 0
  for (let k = 0; k < from.length; k++) if (sides[from[k]] !== sides[to[k]]) cut += weight[k]
  return drawGraph(graph, {
    node: (i) => (sides[i] > 0.5 ? palette[1] : palette[0]),
    edge: (k) => (sides[from[k]] !== sides[to[k]] ? palette[2] : null),
    caption: `cut ${figure(cut)}: ${size} nodes, ${figure(from.length)} edges`,
    keys: [
      { fill: palette[0], label: 'one side', shape: 'dot' },
      { fill: palette[1], label: 'other side', shape: 'dot' },
      { fill: palette[2], label: 'cut edge', shape: 'line' },
    ],
  })
}
