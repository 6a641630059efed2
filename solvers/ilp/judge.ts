import { type Milp, milpObjective, milpViolation } from '../../src/qubo/index.ts'

/** A point that stands: whole where it must be, breaking nothing by more than 1e-6, its objective recomputed. */
export interface Standing {
  readonly point: Float64Array
  readonly objective: number
}

const tolerance = 1e-6

/** Rounds the whole columns, pulls the others inside their bounds, and looks at every bound and row; null when it does not stand. */
export function judge(milp: Milp, claimed: ArrayLike<number>): Standing | null {
  const point = Float64Array.from({ length: milp.size }, (_, j) => settled(milp, j, claimed[j]))
  if (!(milpViolation(milp, point) <= tolerance) || tooFar(point, claimed)) return null
  return { point, objective: milpObjective(milp, point) }
}

function settled(milp: Milp, j: number, value: number): number {
  if (milp.integer[j]) return Math.round(value) + 0
  return Math.min(milp.upper[j], Math.max(milp.lower[j], value))
}

/** A half is not a whole number that was rounded badly: it is a relaxation's answer. */
const tooFar = (point: Float64Array, claimed: ArrayLike<number>): boolean =>
  point.some((value, j) => !(Math.abs(value - claimed[j]) <= 1e-4))

/** Whether an objective cannot be improved, given a lower bound: equal within rounding, or no whole value in between. */
export function closes(milp: Milp, objective: number, bound: number): boolean {
  const slack = tolerance * Math.max(1, Math.abs(objective))
  return (
    objective - bound <= slack ||
    (wholeObjective(milp) && objective - milp.constant - Math.ceil(bound - milp.constant - slack) <= slack)
  )
}

const wholeObjective = (milp: Milp): boolean =>
  milp.objective.every((c, j) => c === 0 || (milp.integer[j] === 1 && Number.isInteger(c)))
