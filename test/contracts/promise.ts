/** A sentence that must be true, and how to find out: `check` throws (or rejects) when it is not. */
export interface Promised {
  readonly promise: string
  readonly check: () => void | Promise<void>
}

/** Throws with the message unless the statement is true. */
export function must(statement: boolean, message: string | (() => string)): asserts statement {
  if (!statement) throw new Error(typeof message === 'string' ? message : message())
}

/** A value as one line of text: typed arrays as lists, keys in order, every number distinguishable. */
export function text(value: unknown): string {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return text(Array.from(value as unknown as ArrayLike<number>))
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).sort()
    return `{${keys.map((k) => `${JSON.stringify(k)}:${text((value as Record<string, unknown>)[k])}`).join(',')}}`
  }
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'undefined')
}

/** The same, with every list sorted and empty lists inside lists left out: what an answer says, whatever the order. */
export function unorderedText(value: unknown): string {
  if (Array.isArray(value))
    return `[${value
      .filter((v) => !(Array.isArray(v) && v.length === 0))
      .map(unorderedText)
      .sort()
      .join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).sort()
    return `{${keys.map((k) => `${JSON.stringify(k)}:${unorderedText((value as Record<string, unknown>)[k])}`).join(',')}}`
  }
  return text(value)
}

/** Equal within rounding: 1e-9 of the larger, or of 1. */
export function close(a: number, b: number): boolean {
  return a === b || (Number.isFinite(a - b) && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)))
}

/** No more than `limit`, within the same rounding. */
export function atMost(value: number, limit: number): boolean {
  return value <= limit || close(value, limit)
}

/** The error that `act` throws, or undefined. */
export function errorOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error ?? new Error('something empty was thrown')
  }
  return undefined
}

/** Freezes plain data all the way down; typed arrays cannot be frozen and stay. */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}
