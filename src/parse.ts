import { z } from 'zod'
import { type ErrorCode, IsinglassError } from './errors.ts'

/** Parses foreign data at the door: the first complaint becomes one error naming the place, the value and its fault. */
export function parseWith<Out>(
  schema: z.ZodType<Out>,
  value: unknown,
  where: string,
  code: ErrorCode = 'INPUT_INVALID',
): Out {
  refuseShadowed(value, where)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const complaint = deepest(result.error.issues[0] as Complaint)
  const place = complaint.code === 'invalid_key' ? complaint.path.slice(0, -1) : complaint.path
  const { what, remedy } = wording(
    complaint,
    valueAt(value, complaint.path),
    complaint.path.length === 0 ? keysOf(schema) : [],
  )
  const at = place.length > 0 ? `${where}, ${place.map(String).join('.')}` : where
  throw new IsinglassError(code, what, complaint.params?.remedy ?? remedy ?? remedyFor[code] ?? 'Correct the value', at)
}

/**
 * The schema of an input that a function reads by itself: any object comes to it, anything else is refused in these words.
 * Whoever bundles a problem that nobody uses can leave it out with its reader.
 */
export function readBy<Raw extends object, Data>(expected: string, read: (raw: Raw) => Data): z.ZodType<Data, Raw> {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  return z.custom<Raw>(isObject, expected).transform(read)
}

/** Records of records lie no deeper in any input. */
const deepestRecord = 5

/**
 * The schema's library passes over entries called `__proto__`, so that what they say would be missing without a word. Only
 * plain objects are looked into: names stand nowhere else.
 */
function refuseShadowed(value: unknown, at: string, depth = 0): void {
  if (!isPlainObject(value) || depth > deepestRecord) return
  if (Object.hasOwn(value, '__proto__'))
    throw new IsinglassError('NAME_INVALID', 'the name "__proto__" cannot be used', 'Give another name', at)
  for (const [key, inner] of Object.entries(value))
    if (isPlainObject(inner))
      refuseShadowed(inner, depth === 0 ? `${at}, ${clip(key)}` : `${at}.${clip(key)}`, depth + 1)
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

interface Complaint {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly params?: { readonly remedy?: string }
  readonly errors?: readonly (readonly Complaint[])[]
  readonly expected?: string
  readonly origin?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly inclusive?: boolean
  readonly values?: readonly unknown[]
  readonly keys?: readonly string[]
}

const remedyFor: Partial<Record<ErrorCode, string>> = {
  INPUT_INVALID: 'Correct this field of the input',
  OPTION_INVALID: 'Correct or remove this option',
}

/** A union's complaint hides the useful one: take the branch that went deepest. */
function deepest(issue: Complaint): Complaint {
  const inner = (issue.errors ?? []).flat().map(deepest)
  const best = inner.reduce((a, b) => (b.path.length > a.path.length ? b : a), { ...issue, path: [] })
  return { ...best, path: [...issue.path, ...best.path] }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((inner: unknown, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value)
}

const keysOf = (schema: z.ZodType): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

interface Wording {
  readonly what: string
  readonly remedy?: string
}

/** Words of the schema's author are kept; those of the schema's library are replaced by a sentence with the value. */
function wording(complaint: Complaint, value: unknown, known: readonly string[]): Wording {
  const said = { what: complaint.message.replace(/\.$/, '') }
  return /^(Invalid|Too small|Too big|Unrecognized)/.test(said.what)
    ? (sentences[complaint.code]?.(complaint, value, known) ?? said)
    : said
}

const sentences: Readonly<Record<string, (c: Complaint, value: unknown, known: readonly string[]) => Wording>> = {
  invalid_type: ({ expected = '' }, value) => notA(value, nouns[expected] ?? expected),
  invalid_union: ({ errors = [] }, value) =>
    notA(value, [...new Set(errors.flat().map(({ expected = '' }) => nouns[expected] ?? expected))].join(' or ')),
  invalid_value: ({ values = [] }, value) => ({
    what: value === undefined ? 'it is missing' : `${shown(value)} is not known`,
    remedy: `Use ${values.join(' or ')}`,
  }),
  invalid_key: ({ path }) => ({ what: `the name ${shown(path.at(-1))} cannot be used`, remedy: 'Give another name' }),
  unrecognized_keys: ({ keys = [] }, _value, known) => ({
    what: `"${clip(keys[0])}" is not known here`,
    remedy: known.length > 0 ? `Use ${known.join(', ')}` : 'Correct its name or remove it',
  }),
  too_small: ({ origin, minimum, inclusive }, value) => ({
    what: origin === 'array' || origin === 'string' ? `${shown(value)} is too short` : `${shown(value)} is too small`,
    remedy: inclusive ? `Give at least ${minimum}` : `Give more than ${minimum}`,
  }),
  too_big: ({ origin, maximum, inclusive }, value) => ({
    what: `${shown(value)} is too ${origin === 'array' || origin === 'string' ? 'long' : 'large'}`,
    remedy: inclusive ? `Give at most ${maximum}` : `Give less than ${maximum}`,
  }),
}

const nouns: Readonly<Record<string, string>> = {
  number: 'a finite number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  nonoptional: 'it',
}

const notA = (value: unknown, noun: string): Wording => ({
  what: value === undefined ? 'it is missing' : `${shown(value)} is not ${noun}`,
  remedy: `Give ${noun}`,
})

/** A foreign value fit for a message. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `"${clip(value)}"`
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return 'a list'
  if (typeof value === 'function') return 'a function'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** Numbers beyond this, or closer to 0 than its inverse, are refused: sums and products of them could overflow or vanish. */
const largest = 1e100

/** A finite number whose sums and products stay finite. */
export const amount = z
  .number()
  .min(-largest)
  .max(largest)
  .refine((value) => isAmount(value), { error: ({ input }) => `${input} is closer to 0 than ${1 / largest}` })

/** Array or typed array of such numbers; checked in one pass, not copied. */
export const numberList = z.custom<ArrayLike<number>>((value) => isList(value) && firstOdd(value) < 0, {
  error: ({ input }) => (isList(input) ? complaintAt(input, firstOdd(input)) : 'expected a list of numbers'),
})

function isList(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))
}

export const isAmount = (value: unknown): value is number =>
  typeof value === 'number' &&
  value >= -largest &&
  value <= largest &&
  (value === 0 || value >= 1 / largest || value <= -1 / largest)

function firstOdd(list: ArrayLike<number>): number {
  for (let k = 0; k < list.length; k++) if (!isAmount(list[k])) return k
  return -1
}

function complaintAt(list: ArrayLike<unknown>, k: number): string {
  const value = list[k]
  const size = typeof value === 'number' ? Math.abs(value) : Number.NaN
  const fault = size < 1 ? `closer to 0 than ${1 / largest}` : `beyond ±${largest}`
  return `entry ${k} is ${shown(value)}, ${Number.isFinite(size) ? fault : 'not a finite number'}`
}
