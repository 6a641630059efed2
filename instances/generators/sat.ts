import type { Random } from '../../src/run/index.ts'
import type { SatInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

export interface RandomClausesOptions {
  readonly variables: number
  readonly clauses: number
  /** Literals per clause (default 3). */
  readonly length?: number
  /** Weights are uniform in 1 … this (default 1: no weights). */
  readonly heaviest?: number
}

/**
 * Uniform random k-SAT (Mitchell, Selman and Levesque 1992): every clause has k distinct variables, each negated with
 * probability ½. Of 3-SAT, half of the formulas are satisfiable at about 4.27 clauses per variable.
 */
export function randomClauses(
  { variables, clauses, length = 3, heaviest = 1 }: RandomClausesOptions,
  random: Random,
): SatInput {
  atLeast(length, 1, 'length')
  atLeast(variables, length, 'variables')
  atLeast(heaviest, 1, 'heaviest')
  const clause = () => {
    const chosen = new Set<number>()
    while (chosen.size < length) chosen.add(1 + random.below(variables))
    return Array.from(chosen, (v) => (random.below(2) === 0 ? v : -v))
  }
  const list = Array.from({ length: clauses }, clause)
  return {
    variables,
    clauses: list,
    ...(heaviest > 1 ? { weights: list.map(() => 1 + random.below(heaviest)) } : {}),
  }
}
