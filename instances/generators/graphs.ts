import type { Random } from '../../src/run/index.ts'
import type { MaxCutInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'
import { sign } from './chance.ts'
import { pairs } from './pairs.ts'

/** Every pair is an edge with probability `density`; weights 1, or ±1 when `signed` (rudy's -rnd_graph). */
export function randomGraph(
  { nodes, density, signed = false }: { nodes: number; density: number; signed?: boolean },
  random: Random,
): MaxCutInput {
  atLeast(nodes, 1, 'nodes')
  const { add, ...edges } = pairs()
  for (let a = 0; a < nodes; a++) {
    for (let b = a + 1; b < nodes; b++) if (random.unit() < density) add(a, b, signed ? sign(random) : 1)
  }
  return { nodes, edges }
}

/** A rows × columns grid closed to a torus, weights ±1 (rudy's -toroidal_grid_2D): the G-set's G11–G13 are such. */
export function torus({ rows, columns }: { rows: number; columns: number }, random: Random): MaxCutInput {
  atLeast(rows, 3, 'rows')
  atLeast(columns, 3, 'columns')
  const { add, ...edges } = pairs()
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      add(r * columns + c, r * columns + ((c + 1) % columns), sign(random))
      add(r * columns + c, ((r + 1) % rows) * columns + c, sign(random))
    }
  }
  return { nodes: rows * columns, edges }
}
