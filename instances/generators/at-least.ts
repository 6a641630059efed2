import { IsinglassError } from '../../src/errors.ts'

/** @throws INPUT_INVALID unless the value is a whole number of at least `low`. */
export function atLeast(value: number, low: number, what: string): void {
  if (Number.isSafeInteger(value) && value >= low) return
  throw new IsinglassError(
    'INPUT_INVALID',
    `${what} ${value} is not a whole number of at least ${low}`,
    `Give ${what} ≥ ${low}`,
    'generator',
  )
}
