import { z } from 'zod'
import { IsinglassError } from '../errors.ts'
import { parseWith } from '../parse.ts'
import { baseUrlOf } from './base-url.ts'
import { eventsOf, type JobEvent } from './events.ts'
import { errorOf, exchange, failed, type Wire } from './exchange.ts'
import { freshKey } from './patience.ts'
import { plainJson } from './plain.ts'
import {
  aboutSchema,
  healthSchema,
  isFinal,
  type JobOrder,
  jobSchema,
  type ServiceAbout,
  type ServiceHealth,
  type ServiceIncumbent,
  type ServiceJob,
  type ServiceReport,
  submittedSchema,
} from './schemas.ts'

export interface ClientOptions {
  /** Instead of the global one: for tests, proxies, credentials. */
  fetch?: typeof fetch
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>
  /** Times that a request is sent again after 429, 502, 503, 504 or a network failure (4). */
  retries?: number
  /** Before the first retry; doubles with every one (100). */
  backoffMs?: number
  /** For one attempt, beside the time the service was asked to wait (30,000). */
  timeoutMs?: number
  /** Of one answer; more is refused (64 MiB). */
  mostBytes?: number
}

export interface CallOptions {
  signal?: AbortSignal
}

export interface SubmitOptions extends CallOptions {
  /** The same key twice is the same job; a fresh one when not given, and the same for every retry. */
  key?: string
}

export interface WaitOptions extends CallOptions {
  /** Milliseconds that the service may hold the answer back until the job ends (0). */
  waitMs?: number
}

export interface SolveByServiceOptions extends Omit<JobOrder, 'problem' | 'input'>, SubmitOptions {
  onIncumbent?: (incumbent: ServiceIncumbent) => void
}

/** A service's jobs as functions. Every answer is checked by its schema; what the service claims about answers is not judged here. */
export interface Client {
  submit(order: JobOrder, options?: SubmitOptions): Promise<{ id: string; status: ServiceJob['status'] }>
  job(id: string, options?: WaitOptions): Promise<ServiceJob>
  /** Until the job is final. */
  wait(id: string, options?: CallOptions): Promise<ServiceJob>
  /** Incumbents as they come, then the finished job; goes on by itself after a broken connection. */
  events(id: string, options?: CallOptions & { after?: number }): AsyncGenerator<JobEvent>
  /** Asks the job to end and returns it with what it had found. */
  cancel(id: string, options?: CallOptions): Promise<ServiceJob>
  /** Submits and waits; an abort cancels the job as well. Takes any problem that was made from an input. */
  solve(
    problem: { readonly name: string; readonly input: unknown },
    options?: SolveByServiceOptions,
  ): Promise<ServiceReport>
  about(options?: CallOptions): Promise<ServiceAbout>
  health(options?: CallOptions): Promise<ServiceHealth>
}

/** The longest that one request asks the service to wait. */
const longPollMs = 25_000

/** A client of `isinglass serve`: global fetch only, so it runs in browsers as well. Throws OPTION_INVALID, later IsinglassErrors of the service, or REMOTE_FAILED. */
export function createClient(baseUrl: string, options: ClientOptions = {}): Client {
  const wire = wireOf(baseUrl, options)
  const job = (id: string, { waitMs = 0, signal }: WaitOptions = {}) => {
    const wait = waitMs > 0 ? `?wait=${Math.min(waitMs, longPollMs) / 1000}` : ''
    return exchange(wire, { method: 'GET', path: `${pathOf(id)}${wait}`, signal, waitMs }, jobSchema)
  }
  const wait = async (id: string, { signal }: CallOptions = {}) => {
    let seen = await job(id, { waitMs: longPollMs, signal })
    while (!isFinal(seen.status)) seen = await job(id, { waitMs: longPollMs, signal })
    return seen
  }
  const client: Client = {
    submit: (order, given) => submit(wire, order, given),
    job,
    wait,
    events: (id, given = {}) => eventsOf(wire, `${pathOf(id)}/events`, given, () => wait(id, given)),
    cancel: (id, { signal } = {}) => exchange(wire, { method: 'DELETE', path: pathOf(id), signal }, jobSchema),
    solve: (problem, given) => solveBy(client, problem, given),
    about: ({ signal } = {}) => exchange(wire, { method: 'GET', path: '/v1/solvers', signal }, aboutSchema),
    health: ({ signal } = {}) => exchange(wire, { method: 'GET', path: '/v1/health', signal }, healthSchema),
  }
  return client
}

const pathOf = (id: string): string => `/v1/jobs/${encodeURIComponent(id)}`

const optionsSchema = z.strictObject({
  fetch: z.custom<typeof fetch>((value) => typeof value === 'function', { error: 'expected a function' }).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  retries: z.int().min(0).max(100).default(4),
  backoffMs: z.number().positive().default(100),
  timeoutMs: z.number().positive().default(30_000),
  mostBytes: z
    .number()
    .positive()
    .default(64 * 2 ** 20),
})

function wireOf(baseUrl: string, options: ClientOptions): Wire {
  const given = parseWith(optionsSchema, options, 'createClient', 'OPTION_INVALID')
  return { ...given, baseUrl: baseUrlOf(baseUrl), fetch: given.fetch ?? ((...args) => globalThis.fetch(...args)) }
}

function submit(wire: Wire, order: JobOrder, { key = freshKey(), signal }: SubmitOptions = {}) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  return exchange(wire, { method: 'POST', path: '/v1/jobs', headers, body: plainJson(order), signal }, submittedSchema)
}

async function solveBy(
  client: Client,
  { name, input }: { readonly name: string; readonly input: unknown },
  { onIncumbent, signal, key, ...order }: SolveByServiceOptions = {},
): Promise<ServiceReport> {
  if (input === null || input === undefined)
    throw new IsinglassError(
      'INPUT_INVALID',
      'the problem is a bare form without an input',
      'State it by qubo(…) or ising(…)',
      name,
    )
  const { id } = await client.submit({ ...order, problem: name, input }, { signal, key })
  try {
    return reportOf(
      onIncumbent === undefined ? await client.wait(id, { signal }) : await lastOf(client, id, onIncumbent, signal),
    )
  } catch (error) {
    if (signal?.aborted) client.cancel(id).catch(() => {})
    throw error
  }
}

async function lastOf(client: Client, id: string, onIncumbent: (i: ServiceIncumbent) => void, signal?: AbortSignal) {
  for await (const event of client.events(id, { signal })) {
    if (event.kind === 'done') return event.job
    onIncumbent(event.incumbent)
  }
  throw failed('the events of the job ended before the job')
}

/** Also of a cancelled job that had found something. */
export function reportOf({ report, fault, status }: ServiceJob): ServiceReport {
  if (report !== null) return report
  throw fault === null ? failed(`the job is ${status} and has no report`) : errorOf(fault)
}
