import { mycielski } from '../generators/colourings.ts'
import { printDimacsGraph } from '../readers/dimacs-graph.ts'
import type { Embedded } from './index.ts'

/** The Grötzsch graph: 11 nodes, 20 edges, no triangle, and yet three colours are not enough. */
export const myciel3: Embedded = {
  name: 'myciel3',
  kind: 'colouring',
  fileName: 'myciel3.col',
  text: printDimacsGraph(mycielski({ colours: 4 })),
  bestKnown: 4,
  source: 'Mycielski 1955; DIMACS graph colouring instances',
}
