import type { Constraint, Model } from '../model/index.ts'
import { type Rewrite, unchanged } from '../qubo/index.ts'
import { withoutConstraints } from './substitution.ts'
import { activity, inWholeNumbers, type WholeConstraint, worstViolation } from './whole-numbers.ts'

/**
 * Inequalities become equalities: a·x ≤ b is a·x + s = b with a whole slack 0 ≤ s ≤ b − min a·x, in whole numbers.
 *
 * A wish keeps its cost: the best slack leaves exactly max(0, a·x − b) over, so the minimum over s of the squared gap is the
 * squared violation. What costs no slack stays as it is: at most one of some bits (hard), anything over two bits.
 * What no point of the domains can break is dropped.
 */
export const slack: Rewrite<Model, Model> = (from) => {
  if (from.constraints.every(staysAsItIs)) return unchanged(from)
  const to = withoutConstraints(from)
  const slacks: { whole: WholeConstraint; range: number }[] = []
  for (const constraint of from.constraints) {
    if (staysAsItIs(constraint)) to.constrain(constraint)
    else {
      const whole = inWholeNumbers(constraint)
      const range = addInequality(from, to, whole)
      if (range > 0) slacks.push({ whole, range })
    }
  }
  return {
    to,
    lift: (point) => point.slice(0, from.size),
    lower: (point) =>
      Float64Array.from([...point, ...slacks.map(({ whole, range }) => bestSlack(whole, range, point))]),
    scale: 1,
    constant: 0,
  }
}

const staysAsItIs = ({ sense, kind, weight }: Constraint): boolean =>
  sense === '==' || (kind === 'at-most-one' && weight === Number.POSITIVE_INFINITY)

/** Adds what the inequality becomes and answers the range of its slack (0 = none). */
function addInequality(from: Model, to: Model, whole: WholeConstraint): number {
  if (worstViolation(from, whole) === 0) return 0
  const weight = whole.weight / whole.factor ** 2
  if (needsNoSlack(from, whole)) {
    to.constrain({ ...whole, weight, kind: isAtMostOne(from, whole) ? 'at-most-one' : 'linear' })
    return 0
  }
  const { least, most } = activity(from, whole)
  const range = Math.max(0, whole.sense === '<=' ? whole.bound - least : most - whole.bound)
  to.constrain({ ...withSlack(to, whole, range), kind: 'linear', sense: '==', weight })
  return range
}

function withSlack(to: Model, whole: WholeConstraint, range: number): WholeConstraint {
  if (range === 0) return whole
  const column = to.integer(0, range, `slack of ${whole.name}`)
  return {
    ...whole,
    columns: Uint32Array.from([...whole.columns, column]),
    coefficients: Float64Array.from([...whole.coefficients, whole.sense === '<=' ? 1 : -1]),
  }
}

/** Constraints whose penalty is quadratic without a slack. */
const needsNoSlack = (model: Model, constraint: Constraint): boolean =>
  isOverTwoBits(model, constraint) || (constraint.weight === Number.POSITIVE_INFINITY && isAtMostOne(model, constraint))

export const isOverTwoBits = (model: Model, { columns }: Constraint): boolean =>
  columns.length <= 2 && columns.every((c) => model.domains[c] === 'bit')

/** Σ bits ≤ 1, in whole numbers. */
export const isAtMostOne = (model: Model, { columns, coefficients, sense, bound }: Constraint): boolean =>
  sense === '<=' &&
  bound === 1 &&
  coefficients.every((a) => a === 1) &&
  columns.every((c) => model.domains[c] === 'bit')

function bestSlack(
  { columns, coefficients, sense, bound }: WholeConstraint,
  range: number,
  point: ArrayLike<number>,
): number {
  const gap = columns.reduce((sum, c, k) => sum - coefficients[k] * point[c], bound)
  return Math.min(range, Math.max(0, Math.round(sense === '<=' ? gap : -gap)))
}
