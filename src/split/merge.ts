import type { Qubo } from '../qubo/index.ts'
import { flip, type Position } from './position.ts'
import type { Window } from './window.ts'

/**
 * Writes a window's answer into the position, unless that would raise the energy: then nothing changes. Equal energy is
 * taken, so that plateaus are walked. Returns how much the energy fell. O(couplings of the changed variables).
 */
export function mergeWindow(qubo: Qubo, position: Position, { variables }: Window, answer: ArrayLike<number>): number {
  const before = position.energy
  const changed = variables.filter((i, k) => position.x[i] !== answer[k])
  for (const i of changed) flip(qubo, position, i)
  if (position.energy <= before) return before - position.energy
  for (const i of changed) flip(qubo, position, i)
  position.energy = before
  return 0
}
