import type { Constraint, Model } from '../model/index.ts'
import type { Rewrite } from '../qubo/index.ts'
import { penalise } from './penalise.ts'
import type { Terms } from './stack.ts'
import { inWholeNumbers } from './whole-numbers.ts'

/**
 * An equality over bits: (Σ aᵢxᵢ − b)². Hard ones are first brought to whole numbers, so that a broken one costs at least 1;
 * a wish keeps its own numbers, so that it costs its squared violation. Exactly one of k bits is the case a = 1, b = 1.
 */
export function squaredPenalty(_: Model, constraint: Constraint): Terms | null {
  if (constraint.sense !== '==') return null
  const isHard = constraint.weight === Number.POSITIVE_INFINITY
  const { columns, coefficients, bound } = isHard ? inWholeNumbers(constraint) : constraint
  return squareOf(columns, coefficients, bound)
}

/** (Σ aᵢxᵢ − b)² over bits, where xᵢ² = xᵢ: b² + Σ (aᵢ² − 2b·aᵢ)xᵢ + Σ_{i<j} 2aᵢaⱼ·xᵢxⱼ. */
export function squareOf(members: Uint32Array, a: Float64Array, bound: number): Terms {
  const count = (members.length * (members.length - 1)) / 2
  const rows = new Uint32Array(count)
  const columns = new Uint32Array(count)
  const values = new Float64Array(count)
  let end = 0
  for (let i = 0; i < members.length; i++) {
    for (let j = i + 1; j < members.length; j++) {
      rows[end] = members[i]
      columns[end] = members[j]
      values[end++] = 2 * a[i] * a[j]
    }
  }
  return {
    constant: bound * bound,
    linearColumns: members,
    linearValues: a.map((v) => v * v - 2 * bound * v),
    rows,
    columns,
    values,
  }
}

/** Equalities become squares: `x + y == 1` → `minimise P·(1 − x − y + 2·x·y)`. */
export const linearEquality: Rewrite<Model, Model> = penalise(squaredPenalty)
