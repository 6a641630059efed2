import type { Constraint, Model } from '../model/index.ts'

/** A quadratic polynomial over bits as coordinate lists; a Quadratic is one. */
export interface Terms {
  readonly constant: number
  readonly linearColumns: ArrayLike<number>
  readonly linearValues: ArrayLike<number>
  readonly rows: ArrayLike<number>
  readonly columns: ArrayLike<number>
  readonly values: ArrayLike<number>
}

/**
 * What breaking a constraint costs before weighting: 0 where it holds; for a hard one at least 1 where it does not,
 * for a wish the squared violation. Null when a constraint is not of the rewrite's kind.
 */
export type PenaltyOf = (model: Model, constraint: Constraint) => Terms | null
