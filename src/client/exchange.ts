import type { z } from 'zod'
import { type ErrorCode, errorTable, IsinglassError } from '../errors.ts'
import { backoffMs, sleep } from './patience.ts'
import { faultSchema } from './schemas.ts'

/** How a client talks: everything that is the same for all of its requests. */
export interface Wire {
  readonly baseUrl: string
  readonly fetch: typeof fetch
  readonly headers: Readonly<Record<string, string>>
  readonly retries: number
  readonly backoffMs: number
  readonly timeoutMs: number
  readonly mostBytes: number
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
  /** How long the service was asked to wait before it answers; added to the patience for one attempt. */
  readonly waitMs?: number
}

/** Statuses that may be otherwise a moment later. */
const passing = new Set([429, 502, 503, 504])

/**
 * Sends a request, again after a pause when the network or the service is out of order for a moment, and checks what
 * comes back by the schema.
 * @throws REMOTE_FAILED when nothing usable came; the service's own error when it answered with one; the signal's reason.
 */
export async function exchange<Out>(wire: Wire, request: Request, schema: z.ZodType<Out>): Promise<Out> {
  for (let attempt = 0; ; attempt++) {
    const outcome = await attemptOnce(wire, request, schema)
    if ('value' in outcome) return outcome.value
    request.signal?.throwIfAborted()
    if (!outcome.isPassing || attempt >= wire.retries) throw outcome.error
    await sleep(backoffMs(attempt, wire.backoffMs, outcome.retryAfter), request.signal)
  }
}

type Outcome<Out> =
  | { readonly value: Out }
  | { readonly error: IsinglassError; readonly isPassing: boolean; readonly retryAfter: string | null }

async function attemptOnce<Out>(wire: Wire, request: Request, schema: z.ZodType<Out>): Promise<Outcome<Out>> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), wire.timeoutMs + (request.waitMs ?? 0))
  try {
    const response = await send(wire, request, patience.signal)
    const text = await textOf(response, wire.mostBytes)
    if (!response.ok) return refusal(wire, response, text)
    const value = checked(wire, request, schema, response, text)
    return value instanceof IsinglassError ? { error: value, isPassing: false, retryAfter: null } : { value }
  } catch (error) {
    if (error instanceof IsinglassError) return { error, isPassing: false, retryAfter: null }
    const said = patience.signal.aborted ? 'it did not answer in time' : reasonOf(error)
    return { error: unreached(wire, said), isPassing: true, retryAfter: null }
  } finally {
    clearTimeout(timer)
  }
}

/** One HTTP request; the caller reads the body. */
export function send(wire: Wire, { method, path, headers, body, signal }: Request, patience?: AbortSignal) {
  const signals = [signal, patience].filter((one) => one !== undefined)
  return wire.fetch(wire.baseUrl + path, {
    method,
    headers: { accept: 'application/json', ...wire.headers, ...headers },
    redirect: 'error',
    ...(body === undefined ? {} : { body }),
    ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
  })
}

/** The body, up to a limit: an answer without an end is not waited for. */
async function textOf(response: Response, mostBytes: number): Promise<string> {
  let text = ''
  for await (const piece of pieces(response, mostBytes)) text += piece
  return text
}

/** The body's text as it comes; REMOTE_FAILED when it grows beyond the limit. */
export async function* pieces(response: Response, mostBytes: number): AsyncGenerator<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  try {
    while (reader !== undefined) {
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.length
      if (bytes > mostBytes) throw failed(`it sent more than ${mostBytes} bytes`)
      yield decoder.decode(value, { stream: true })
    }
  } finally {
    await reader?.cancel().catch(() => {})
  }
}

function checked<Out>(
  wire: Wire,
  { path }: Request,
  schema: z.ZodType<Out>,
  response: Response,
  text: string,
): Out | IsinglassError {
  const where = wire.baseUrl + path
  const type = response.headers.get('content-type') ?? 'none'
  if (!type.includes('json')) return failed(`it answered with ${clip(type)} instead of JSON`, where)
  const parsed = parsedBy(schema, text)
  return typeof parsed === 'string' ? failed(`its answer is not what it should be: ${parsed}`, where) : parsed.value
}

/** The value, or what is wrong with the text. */
export function parsedBy<Out>(schema: z.ZodType<Out>, text: string): { readonly value: Out } | string {
  try {
    const { success, data, error } = schema.safeParse(JSON.parse(text))
    if (success) return { value: data }
    const [issue] = error.issues
    return clip(`${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`)
  } catch {
    return 'it is no JSON'
  }
}

/** The service's own words where it has any. */
function refusal(wire: Wire, response: Response, text: string): Outcome<never> {
  const { status } = response
  const said = parsedBy(faultSchema, text)
  const error =
    typeof said === 'string' ? failed(`it answered with status ${status}`, wire.baseUrl) : errorOf(said.value)
  return { error, isPassing: passing.has(status), retryAfter: response.headers.get('retry-after') }
}

/** A fault as the error that it was; one of a code that is not known here is REMOTE_FAILED. */
export function errorOf({ code, what, where, remedy }: z.output<typeof faultSchema>): IsinglassError {
  if (!Object.hasOwn(errorTable, code)) return failed(`it answered with ${clip(code)}: ${clip(what)}`)
  return new IsinglassError(code as ErrorCode, clip(what), clip(remedy), where === null ? undefined : clip(where))
}

export const failed = (what: string, where?: string): IsinglassError =>
  new IsinglassError(
    'REMOTE_FAILED',
    what,
    'Check the address and the service there, or put a fallback behind it',
    where,
  )

export const unreached = ({ baseUrl }: Wire, said: string): IsinglassError =>
  failed(`no answer: ${clip(said)}`, baseUrl)

/** The cause that fetch gives, in the words of its standard, for a port it never asks. */
const badPort = 'bad port'

/** What fetch knows is in the cause: ECONNREFUSED, ENOTFOUND; or that it goes to no such port at all (6000, 6666 and others). */
export function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message?: string }
  if (cause?.message === badPort) return 'fetch refuses this port, so nothing was asked: let the service use another'
  return cause?.code ?? cause?.message ?? message ?? String(error)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
const clip = (text: string): string => text.slice(0, 500).replace(/[\u0000-\u001f\u007f]+/g, ' ')
