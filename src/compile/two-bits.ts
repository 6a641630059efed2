import { type Constraint, type Model, violationOf } from '../model/index.ts'
import type { Rewrite } from '../qubo/index.ts'
import { penalise } from './penalise.ts'
import { isOverTwoBits } from './slack.ts'
import type { Terms } from './stack.ts'

/**
 * Any constraint over at most two bits: the quadratic through its four values, exact and without slack.
 * Hard: 1 for every broken state (x ≤ y becomes x − x·y, x + y ≥ 1 becomes 1 − x − y + x·y). A wish: the squared violation.
 */
export function twoBitsPenalty(model: Model, constraint: Constraint): Terms | null {
  if (!isOverTwoBits(model, constraint)) return null
  const { columns } = constraint
  const at = (x: number, y: number) => costAt(constraint, x, y)
  const none = at(0, 0)
  const linearValues = [at(1, 0) - none, at(0, 1) - none].slice(0, columns.length)
  const isPair = columns.length === 2
  return {
    constant: none,
    linearColumns: columns,
    linearValues,
    rows: isPair ? [columns[0]] : [],
    columns: isPair ? [columns[1]] : [],
    values: isPair ? [at(1, 1) - at(1, 0) - at(0, 1) + none] : [],
  }
}

function costAt(constraint: Constraint, x: number, y: number): number {
  const columns = constraint.columns.map((_, k) => k)
  const violation = violationOf({ ...constraint, columns }, [x, y])
  if (constraint.weight === Number.POSITIVE_INFINITY) return violation > 0 ? 1 : 0
  return violation * violation
}

/** Constraints over at most two bits become exact penalties: `x <= y` → `minimise P·(x − x·y)`. */
export const twoBits: Rewrite<Model, Model> = penalise(twoBitsPenalty)
