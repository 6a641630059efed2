import type { Random } from '../../src/run/index.ts'
import type { QuadraticAssignmentInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

/**
 * Locations on a rows × columns grid with Manhattan distances, symmetric whole flows uniform in 0 … 10 of which about a
 * third is 0 (after Nugent, Vollmann and Ruml 1968).
 */
export function gridAssignment(
  { rows, columns }: { rows: number; columns: number },
  random: Random,
): QuadraticAssignmentInput {
  atLeast(rows, 1, 'rows')
  atLeast(columns, 1, 'columns')
  const size = rows * columns
  const distance = new Float64Array(size * size)
  for (let k = 0; k < size * size; k++) {
    const [a, b] = [Math.floor(k / size), k % size]
    distance[k] = Math.abs(Math.floor(a / columns) - Math.floor(b / columns)) + Math.abs((a % columns) - (b % columns))
  }
  return { flow: symmetric(size, () => (random.below(3) === 0 ? 0 : random.below(11))), distance }
}

/** Both matrices symmetric and uniform in 0 … 99, the hard unstructured kind (Taillard 1991). */
export function uniformAssignment({ size }: { size: number }, random: Random): QuadraticAssignmentInput {
  atLeast(size, 1, 'size')
  const uniform = () => random.below(100)
  return { flow: symmetric(size, uniform), distance: symmetric(size, uniform) }
}

function symmetric(size: number, value: () => number): Float64Array {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i] = value()
  return matrix
}
