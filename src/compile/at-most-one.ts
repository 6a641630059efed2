import type { Constraint, Model } from '../model/index.ts'
import type { Rewrite } from '../qubo/index.ts'
import { penalise } from './penalise.ts'
import { isAtMostOne } from './slack.ts'
import type { Terms } from './stack.ts'

/** At most one of k bits: one unit for every pair that is on, Σ_{i<j} xᵢxⱼ. Hard constraints only; no slack. */
export function atMostOnePenalty(model: Model, constraint: Constraint): Terms | null {
  const isHard = constraint.weight === Number.POSITIVE_INFINITY
  return isHard && isAtMostOne(model, constraint) ? pairwise(constraint.columns) : null
}

/** Plain arrays: most such rules join two bits, and a typed array costs more than it holds there. */
function pairwise(members: Uint32Array): Terms {
  const rows: number[] = []
  const columns: number[] = []
  for (let a = 0; a < members.length; a++) {
    for (let b = a + 1; b < members.length; b++) {
      rows.push(members[a])
      columns.push(members[b])
    }
  }
  return { constant: 0, linearColumns: [], linearValues: [], rows, columns, values: rows.map(() => 1) }
}

/** Hard at-most-one constraints become pairwise penalties: `x + y + z <= 1` → `minimise P·(x·y + x·z + y·z)`. */
export const atMostOne: Rewrite<Model, Model> = penalise(atMostOnePenalty)
