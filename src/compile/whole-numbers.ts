import { IsinglassError } from '../errors.ts'
import type { Constraint, Model } from '../model/index.ts'

/** A constraint multiplied by `factor` so that all its numbers are whole and share no divisor; zero coefficients are gone. */
export interface WholeConstraint extends Constraint {
  readonly factor: number
}

const powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

/**
 * Whole coefficients make the smallest violation 1, which is what a penalty's weight rests on.
 * The bound of a hard inequality moves to the nearest whole number that means the same: 2x + 2y ≤ 3 becomes x + y ≤ 1.
 */
export function inWholeNumbers(constraint: Constraint): WholeConstraint {
  if (constraint.kind !== 'linear' || isWholeAlready(constraint)) return { ...constraint, factor: 1 }
  const { columns, coefficients, bound, sense, weight } = constraint
  const rounds = sense !== '==' && weight === Number.POSITIVE_INFINITY
  const kept = [...columns.keys()].filter((k) => coefficients[k] !== 0)
  const numbers = kept.map((k) => coefficients[k])
  const power = powers.find((p) => (rounds ? numbers : [...numbers, bound]).every((v) => isWhole(v * p)))
  if (power === undefined) throw notWhole(constraint)
  const whole = numbers.map((v) => Math.round(v * power))
  const divisor = (rounds ? whole : [...whole, Math.round(bound * power)]).reduce(greatestCommonDivisor, 0) || 1
  return {
    ...constraint,
    columns: Uint32Array.from(kept, (k) => columns[k]),
    coefficients: Float64Array.from(whole, (v) => v / divisor),
    bound: roundBound((bound * power) / divisor, rounds ? sense : '=='),
    factor: power / divisor,
  }
}

/** All whole, none zero, and a 1 among them: nothing to scale. */
const isWholeAlready = ({ coefficients, bound }: Constraint): boolean =>
  Number.isInteger(bound) &&
  coefficients.every((a) => Number.isInteger(a) && a !== 0) &&
  coefficients.some((a) => Math.abs(a) === 1)

/** Up to the rounding that decimals such as 0.1 bring along. */
const isWhole = (value: number): boolean =>
  Math.abs(value - Math.round(value)) <= Math.max(1e-9, 1e-14 * Math.abs(value))

function roundBound(bound: number, sense: Constraint['sense']): number {
  const slip = 1e-9 * Math.max(1, Math.abs(bound))
  if (sense === '<=') return Math.floor(bound + slip)
  if (sense === '>=') return Math.ceil(bound - slip)
  return Math.round(bound)
}

function greatestCommonDivisor(a: number, b: number): number {
  let [large, small] = [Math.abs(a), Math.abs(b)]
  while (small > 0) [large, small] = [small, large % small]
  return large
}

function notWhole({ name, coefficients, bound }: Constraint): IsinglassError {
  const culprit = [...coefficients, bound].find((v) => !isWhole(v * 1_000_000))
  const numbers =
    culprit === undefined
      ? `no power of ten up to 1e6 makes ${[...coefficients, bound].slice(0, 4).join(', ')} whole`
      : `${culprit} is no multiple of 0.000001`
  return new IsinglassError(
    'MODEL_INVALID',
    numbers,
    'Scale and round the constraint to whole coefficients',
    `constraint "${name}"`,
  )
}

/** The smallest and largest left side over the columns' domains. */
export function activity(model: Model, { columns, coefficients }: Constraint): { least: number; most: number } {
  let least = 0
  let most = 0
  for (let k = 0; k < columns.length; k++) {
    const atLower = coefficients[k] * model.lower[columns[k]]
    const atUpper = coefficients[k] * model.upper[columns[k]]
    least += Math.min(atLower, atUpper)
    most += Math.max(atLower, atUpper)
  }
  return { least, most }
}

/** The largest violation that a point of the domains can have. */
export function worstViolation(model: Model, constraint: Constraint): number {
  const { least, most } = activity(model, constraint)
  const above = constraint.sense === '>=' ? 0 : most - constraint.bound
  const below = constraint.sense === '<=' ? 0 : constraint.bound - least
  return Math.max(0, above, below)
}
