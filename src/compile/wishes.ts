import { type Constraint, type Model, violationOf } from '../model/index.ts'
import type { Rows } from './rows.ts'
import { inWholeNumbers, type WholeConstraint, worstViolation } from './whole-numbers.ts'

/** A soft constraint on its way into a linear programme: `steps` columns, each one unit of violation. */
export interface Wish {
  readonly steps: number
  /** Adds the rows, the columns being numbered from `first`, and answers the price of each column. */
  addTo(rows: Rows, first: number): number[]
  /** The columns' values at a point. */
  fill(point: ArrayLike<number>): number[]
}

/**
 * Wishes as columns t₁, t₂, … ∈ [0, 1] with Σ t ≥ the violation, priced weight × 1, 3, 5 …: the minimum fills the cheap ones
 * first, and the first v odd numbers add up to v². In whole numbers the violation is whole, so no column need be integer.
 */
export function wishesOf(model: Model): Wish[] {
  return model.constraints
    .filter((c) => c.weight !== Number.POSITIVE_INFINITY)
    .map((c) => wishOf(inWholeNumbers(c), worstViolation(model, inWholeNumbers(c))))
}

function wishOf(whole: WholeConstraint, steps: number): Wish {
  const weight = whole.weight / whole.factor ** 2
  return {
    steps,
    addTo: (rows, first) => {
      const units = Array.from({ length: steps }, (_, k) => first + k)
      if (whole.sense !== '>=') addSide(rows, whole, units, -1)
      if (whole.sense !== '<=') addSide(rows, whole, units, 1)
      return units.map((_, k) => weight * (2 * k + 1))
    },
    fill: (point) => {
      const violation = violationOf(whole, point)
      return Array.from({ length: steps }, (_, k) => Number(k < violation))
    },
  }
}

/** a·x − Σ t ≤ b (sign −1), or a·x + Σ t ≥ b (sign +1). */
function addSide(rows: Rows, { columns, coefficients, bound }: Constraint, units: number[], sign: 1 | -1): void {
  const lower = sign === 1 ? bound : Number.NEGATIVE_INFINITY
  const upper = sign === 1 ? Number.POSITIVE_INFINITY : bound
  rows.add([...columns, ...units], [...coefficients, ...units.map(() => sign)], lower, upper)
}
