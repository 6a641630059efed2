import type { Couplings } from '../qubo/index.ts'

/**
 * A Qubo in whole numbers: coefficient × scale, scale a power of two. Whole (or dyadic) coefficients stay exact; others
 * are rounded to about 30 bits of the largest field, and integer fields never drift however long the anneal.
 */
export interface FixedPoint {
  readonly scale: number
  readonly exact: boolean
  readonly linear: Int32Array
  readonly value: Int32Array
  /** The largest |linear| + Σ|value| of a row: no field, and no intermediate sum, exceeds it. */
  readonly bound: number
  /** Bits a field needs: 16 runs more replicas at once. */
  readonly bits: 16 | 32
  /** Replicas per group, hence reads that share a stream. */
  readonly lanes: 8 | 16
}

const bound16 = 2 ** 15 - 1
const bound32 = 2 ** 30

const memo = new WeakMap<Float64Array, FixedPoint>()

/** The fixed-point form of a Qubo, kept for as long as its value array lives. */
export function fixedPoint(qubo: Couplings & { readonly linear: Float64Array }): FixedPoint {
  const known = memo.get(qubo.linear) ?? quantised(qubo)
  memo.set(qubo.linear, known)
  return known
}

function quantised(qubo: Couplings & { readonly linear: Float64Array }): FixedPoint {
  const real = largestField(qubo)
  const { scale, exact } = chooseScale(qubo, real)
  const linear = rounded(qubo.linear, scale)
  const value = rounded(qubo.value, scale)
  const bound = exact ? real * scale : largestWholeField(qubo, linear, value)
  const bits = bound <= bound16 ? 16 : 32
  return { scale, exact, linear, value, bound, bits, lanes: bits === 16 ? 16 : 8 }
}

/** A plain loop, and not `Math.round`: that is several times slower on a million weights. */
function rounded(numbers: Float64Array, scale: number): Int32Array {
  const whole = new Int32Array(numbers.length)
  for (let k = 0; k < whole.length; k++) whole[k] = Math.floor(numbers[k] * scale + 0.5)
  return whole
}

type Fields = Couplings & { readonly linear: Float64Array }

function largestField({ size, rowStart, linear, value }: Fields): number {
  let largest = 0
  for (let i = 0; i < size; i++) {
    let sum = Math.abs(linear[i])
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) sum += Math.abs(value[k])
    if (sum > largest) largest = sum
  }
  return largest
}

/** The same again for whole numbers: one function for both kinds of array would be slow for both. */
function largestWholeField({ size, rowStart }: Fields, linear: Int32Array, value: Int32Array): number {
  let largest = 0
  for (let i = 0; i < size; i++) {
    let sum = Math.abs(linear[i])
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) sum += Math.abs(value[k])
    if (sum > largest) largest = sum
  }
  return largest
}

/** The smallest scale that makes everything whole, if fields then fit; else the largest that fits. */
function chooseScale(
  { linear, value }: { linear: Float64Array; value: Float64Array },
  bound: number,
): { scale: number; exact: boolean } {
  for (let scale = 1; scale * bound <= bound32 && scale <= 2 ** 20; scale *= 2) {
    if (allWhole(linear, scale) && allWhole(value, scale)) return { scale, exact: true }
  }
  let scale = 1
  while (scale * bound > bound32 / 2) scale /= 2
  while (bound > 0 && scale * bound <= bound32 / 4) scale *= 2
  return { scale, exact: false }
}

function allWhole(numbers: Float64Array, scale: number): boolean {
  for (let k = 0; k < numbers.length; k++) if (!Number.isInteger(numbers[k] * scale)) return false
  return true
}
