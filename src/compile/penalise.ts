import type { Constraint, Model } from '../model/index.ts'
import type { Rewrite } from '../qubo/index.ts'
import type { Terms } from './stack.ts'
import { withoutConstraints } from './substitution.ts'
import { worstViolation } from './whole-numbers.ts'

/**
 * What breaking a constraint costs before weighting: 0 where it holds; for a hard one at least 1 where it does not,
 * for a wish the squared violation. Null when a constraint is not of the rewrite's kind.
 */
export type PenaltyOf = (model: Model, constraint: Constraint) => Terms | null

/**
 * The rewrite that moves constraints of one kind into the objective. A wish takes its own weight; a hard rule the smallest
 * weight above U − L, the range of the objective over the domains with the wishes' worst cost: then a point that breaks the
 * rule costs more than any feasible one.
 */
export const penalise =
  (penaltyOf: PenaltyOf): Rewrite<Model, Model> =>
  (from) => {
    const to = withoutConstraints(from)
    const weight = sufficientWeight(from)
    for (const constraint of from.constraints) {
      const terms = isOverBits(from, constraint) ? penaltyOf(from, constraint) : null
      if (terms === null) to.constrain(constraint)
      else addTerms(to, terms, constraint.weight === Number.POSITIVE_INFINITY ? weight : constraint.weight)
    }
    return { to, lift: (point) => point, lower: (point) => point, scale: 1, constant: 0 }
  }

const isOverBits = (model: Model, { columns }: Constraint): boolean => columns.every((c) => model.domains[c] === 'bit')

function addTerms(to: Model, terms: Terms, weight: number): void {
  const { constant, linearColumns, linearValues, rows, columns, values } = terms
  to.objective.addConstant(weight * constant)
  for (let k = 0; k < linearColumns.length; k++) {
    if (linearValues[k] !== 0) to.objective.addLinear(linearColumns[k], weight * linearValues[k])
  }
  for (let k = 0; k < rows.length; k++)
    if (values[k] !== 0) to.objective.addPair(rows[k], columns[k], weight * values[k])
}

function sufficientWeight(model: Model): number {
  const { linearValues, values } = model.objective
  const wishes = model.constraints
    .filter((c) => c.weight !== Number.POSITIVE_INFINITY)
    .map((c) => c.weight * worstViolation(model, c) ** 2)
  const gap = wishes.reduce((sum, cost) => sum + cost, objectiveRange(model))
  const isWhole = [...linearValues, ...values, ...wishes].every(Number.isInteger)
  return isWhole ? Math.floor(gap) + 1 : 1.01 * gap
}

/** U − L of the objective, term by term. */
function objectiveRange({ objective, lower, upper }: Model): number {
  const { linearColumns, linearValues, rows, columns, values } = objective
  const linear = linearColumns.map((c, k) => Math.abs(linearValues[k]) * (upper[c] - lower[c]))
  const pairs = rows.map((i, k) => {
    const j = columns[k]
    const corners = [
      lower[i] * lower[j],
      upper[i] * upper[j],
      ...(i === j ? [0] : [lower[i] * upper[j], upper[i] * lower[j]]),
    ]
    return Math.abs(values[k]) * (Math.max(...corners) - Math.min(...corners))
  })
  return [...linear, ...pairs].reduce((sum, range) => sum + range, 0)
}
