import { z } from 'zod'
import { type ErrorCode, IsinglassError } from './errors.ts'

/** Parses foreign data at the door: the first complaint becomes one error naming the place and the value's fault. */
export function parseWith<Out>(
  schema: z.ZodType<Out>,
  value: unknown,
  where: string,
  code: ErrorCode = 'INPUT_INVALID',
): Out {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const { path, message, remedy } = deepest(result.error.issues[0] as Complaint)
  const at = path.length > 0 ? `${where}, ${path.map(String).join('.')}` : where
  throw new IsinglassError(
    code,
    message.replace(/\.$/, ''),
    remedy ?? remedyFor[code] ?? 'Correct the value and try again',
    at,
  )
}

interface Complaint {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly params?: { readonly remedy?: string }
  readonly errors?: readonly (readonly Complaint[])[]
}

const remedyFor: Partial<Record<ErrorCode, string>> = {
  INPUT_INVALID: 'Correct this field of the input',
  OPTION_INVALID: 'Correct or remove this option',
}

/** A union's complaint hides the useful one: take the branch that went deepest. */
function deepest(issue: Complaint): { path: readonly PropertyKey[]; message: string; remedy?: string } {
  const own = { path: issue.path, message: issue.message, remedy: issue.params?.remedy }
  if (!issue.errors) return own
  const inner = issue.errors.flat().map(deepest)
  const best = inner.reduce((a, b) => (b.path.length > a.path.length ? b : a), {
    ...own,
    path: [] as readonly PropertyKey[],
  })
  return { ...best, path: [...issue.path, ...best.path] }
}

/** Array or typed array of finite numbers; checked in one pass, not copied. */
export const numberList = z.custom<ArrayLike<number>>((value) => isList(value) && firstNotFinite(value) < 0, {
  error: ({ input }) =>
    isList(input) ? `entry ${firstNotFinite(input)} is not a finite number` : 'expected a list of numbers',
})

function isList(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))
}

function firstNotFinite(list: ArrayLike<number>): number {
  for (let k = 0; k < list.length; k++) if (typeof list[k] !== 'number' || !Number.isFinite(list[k])) return k
  return -1
}
