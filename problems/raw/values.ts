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
  const values = new Array<number>(size)
  for (let i = 0; i < size; i++) values[i] = point[i] > middle ? allowed[1] : allowed[0]
  return names === null ? values : Object.fromEntries(names.map((name, i) => [name, values[i]]))
}

/** Back to one number per column; NaN where a variable is missing. */
export function columnsOf(names: readonly string[] | null, size: number, values: Values): Float64Array {
  if (names === null && Array.isArray(values) && values.length >= size) return firstOf(values, size)
  const lookup = values as Readonly<Record<string | number, number>>
  return Float64Array.from({ length: size }, (_, i) =>
    Object.hasOwn(lookup, names?.[i] ?? i) ? lookup[names?.[i] ?? i] : Number.NaN,
  )
}

/** Of a list as long as it should be, or longer; holes count as missing. */
function firstOf(values: readonly number[], size: number): Float64Array {
  const columns = new Float64Array(size)
  for (let i = 0; i < size; i++) columns[i] = values[i] ?? Number.NaN
  return columns
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
  return [
    ...violations,
    ...strangersIn(names, size, values).map((item) => ({
      rule: 'known variable',
      item,
      amount: 1,
      message: `"${item}" is no variable`,
    })),
  ]
}

function strangersIn(names: readonly string[] | null, size: number, values: Values): string[] {
  if (names === null && Array.isArray(values))
    return Object.keys(values.slice(size)).map((key) => `${size + Number(key)}`)
  const known = new Set(names ?? Array.from({ length: size }, (_, i) => String(i)))
  return Object.keys(values).filter((key) => !known.has(key))
}

const distance = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(Math.abs(value - low), Math.abs(value - high))
