import { type Random, shuffled } from '../../src/run/index.ts'
import type { GraphFileInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'
import { pairs } from './pairs.ts'

/**
 * The graph of Mycielski (1955) without triangles that needs so many colours; of at least two. With 4 it is DIMACS's
 * myciel3 (11 nodes), with 6 myciel5.
 */
export function mycielski({ colours }: { colours: number }): GraphFileInput {
  atLeast(colours, 2, 'colours')
  let nodes = 2
  let edges: [number, number][] = [[0, 1]]
  for (let c = 2; c < colours; c++) {
    const size = nodes
    const shadows = edges.flatMap(([a, b]): [number, number][] => [
      [a, size + b],
      [b, size + a],
    ])
    const top = Array.from({ length: size }, (_, i): [number, number] => [size + i, 2 * size])
    edges = [...edges, ...shadows, ...top]
    nodes = 2 * size + 1
  }
  return { nodes, edges: { from: edges.map((e) => e[0]), to: edges.map((e) => e[1]) } }
}

/**
 * Nodes of equal classes in turn; pairs of different classes are edges with probability `density`, so that so many colours
 * are enough ("equi-partite" of Culberson and Luo 1996, whose `flat` graphs also even out the degrees).
 */
export function plantedColouring(
  { nodes, colours, density }: { nodes: number; colours: number; density: number },
  random: Random,
): GraphFileInput {
  atLeast(nodes, 1, 'nodes')
  atLeast(colours, 1, 'colours')
  const { from, to, add } = pairs()
  for (let a = 0; a < nodes; a++)
    for (let b = a + 1; b < nodes; b++) if (a % colours !== b % colours && random.unit() < density) add(a, b, 1)
  return { nodes, edges: { from, to } }
}

/** A random graph in which the first `clique` nodes, shuffled, are joined with each other (Jerrum 1992). */
export function plantedClique(
  { nodes, clique, density }: { nodes: number; clique: number; density: number },
  random: Random,
): GraphFileInput {
  atLeast(nodes, 1, 'nodes')
  atLeast(nodes - clique, 0, 'nodes outside the clique')
  const place = shuffled(nodes, random)
  const { from, to, add } = pairs()
  for (let a = 0; a < nodes; a++)
    for (let b = a + 1; b < nodes; b++) if (random.unit() < density || b < clique) add(place[a], place[b], 1)
  return { nodes, edges: { from, to } }
}
