import type { Violation } from '../../src/problem.ts'

/** One number per variable: a list, or a record by name. */
export type Values = Readonly<Record<string, number>> | readonly number[]

/** A point as the user sees it: each variable's value is the nearer of the two allowed. */
export function valuesOf(
  names: readonly string[] | null,
  size: number,
  point: ArrayLike<number>,
  allowed: readonly [number, number],
): Values {
  const middle = (allowed[0] + allowed[1]) / 2
  const values = Array.from({ length: size }, (_, i) => (point[i] > middle ? allowed[1] : allowed[0]))
  return names === null ? values : Object.fromEntries(names.map((name, i) => [name, values[i]]))
}

/** Back to one number per column; NaN where a variable is missing. */
export function columnsOf(names: readonly string[] | null, size: number, values: Values): Float64Array {
  const lookup = values as Readonly<Record<string | number, number>>
  return Float64Array.from({ length: size }, (_, i) =>
    Object.hasOwn(lookup, names?.[i] ?? i) ? lookup[names?.[i] ?? i] : Number.NaN,
  )
}

/** Every variable has one of the two values, and there are no strangers. */
export function checkValues(
  names: readonly string[] | null,
  size: number,
  values: Values,
  allowed: readonly [number, number],
): Violation[] {
  const columns = columnsOf(names, size, values)
  const violations: Violation[] = []
  columns.forEach((value, i) => {
    if (value === allowed[0] || value === allowed[1]) return
    const item = names?.[i] ?? i
    const message = `variable "${item}" is ${Number.isNaN(value) ? 'missing' : value}, not ${allowed[0]} or ${allowed[1]}`
    violations.push({ rule: 'domain', item, amount: Number.isFinite(value) ? distance(value, allowed) : 1, message })
  })
  const known = new Set(names ?? Array.from({ length: size }, (_, i) => String(i)))
  const strangers = Object.keys(values).filter((key) => !known.has(key))
  return [
    ...violations,
    ...strangers.map((item) => ({ rule: 'known variable', item, amount: 1, message: `"${item}" is no variable` })),
  ]
}

const distance = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(Math.abs(value - low), Math.abs(value - high))
