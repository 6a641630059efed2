import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isFinal, jobSchema, orderSchema, type ParsedOrder, submittedSchema } from '../client/index.ts'
import { IsinglassError } from '../errors.ts'
import { problems } from '../index.ts'
import { parseWith } from '../parse.ts'
import { eventStream } from './event-stream.ts'
import { finished, type Job, jobJson } from './job.ts'
import type { JobBook } from './job-book.ts'
import { solverOf } from './perform.ts'
import { described, faults } from './responses.ts'
import type { Settings } from './settings.ts'

/** Seconds that a request may be held at most. */
const longestWait = 60

const pathSchema = z.object({ id: z.string().max(200) })
const waitSchema = z.object({
  wait: z.coerce.number().min(0).max(longestWait).default(0).describe('Seconds to hold the answer until the job ends'),
})
const submitHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, '1 to 200 visible characters are needed')
    .optional()
    .describe('The same key twice is the same job'),
  prefer: z.string().max(1000).optional().describe('wait=SECONDS: hold the answer until the job ends'),
})
const eventHeaders = z.looseObject({
  'last-event-id': z
    .string()
    .regex(/^\d{1,15}$/, 'a number is needed')
    .optional()
    .describe('The number of the last event that was seen'),
})

type ById = { Params: z.output<typeof pathSchema> }

export function jobRoutes(app: FastifyInstance, book: JobBook, { heartbeat }: Settings): void {
  submitRoute(app, book)
  app.get<ById & { Querystring: z.output<typeof waitSchema> }>(
    '/v1/jobs/:id',
    {
      schema: {
        summary: 'A job, now or as soon as it ends',
        tags: ['jobs'],
        params: pathSchema,
        querystring: waitSchema,
        response: { 200: jobSchema, ...faults(400, 404) },
      },
    },
    async (request, reply) => {
      const job = book.get(request.params.id)
      await finished(job, request.query.wait * 1000, hangUp(reply))
      return sendJob(reply, job)
    },
  )
  app.get<ById>(
    '/v1/jobs/:id/events',
    {
      schema: {
        summary: 'Better and better answers as server-sent events, at last the finished job',
        tags: ['jobs'],
        params: pathSchema,
        headers: eventHeaders,
        response: { 200: described('text/event-stream', 'incumbent events, then done'), ...faults(400, 404) },
      },
    },
    async (request, reply) => {
      const job = book.get(request.params.id)
      const after = Number(request.headers['last-event-id'] ?? 0)
      reply.type('text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no')
      return reply.send(Readable.from(eventStream(job, after, heartbeat, hangUp(reply))))
    },
  )
  app.delete<ById>(
    '/v1/jobs/:id',
    {
      schema: {
        summary: 'Asks a job to end; answers with what it had found',
        tags: ['jobs'],
        params: pathSchema,
        response: { 200: jobSchema, ...faults(400, 404) },
      },
    },
    async (request, reply) => {
      const job = book.get(request.params.id)
      book.cancel(job)
      await finished(job, longestWait * 1000, hangUp(reply))
      return sendJob(reply, job)
    },
  )
}

function submitRoute(app: FastifyInstance, book: JobBook): void {
  app.post<{ Body: ParsedOrder }>(
    '/v1/jobs',
    {
      schema: {
        summary: 'Submits a job',
        tags: ['jobs'],
        headers: submitHeaders,
        body: orderSchema,
        response: { 202: submittedSchema, 200: jobSchema, ...faults(400, 413, 415, 422, 429, 503) },
      },
    },
    async (request, reply) => {
      const job = submit(book, request)
      const waitMs = preferredWaitMs(request.headers.prefer)
      if (waitMs > 0) reply.header('preference-applied', `wait=${waitMs / 1000}`)
      reply.header('location', `/v1/jobs/${job.id}`)
      await finished(job, waitMs, hangUp(reply))
      if (waitMs > 0 && isFinal(job.status)) return sendJob(reply, job)
      return reply.code(202).send({ id: job.id, status: job.status })
    },
  )
}

/** A new job, or the one that came with the same key. */
function submit(book: JobBook, request: FastifyRequest<{ Body: ParsedOrder }>): Job {
  const { body: order, bodyText: body } = request
  const key = (request.headers['idempotency-key'] as string | undefined) ?? null
  const bodyHash = key === null ? '' : createHash('sha256').update(body).digest('hex')
  const known = book.known(key, bodyHash)
  if (known !== null) return known
  book.checkRoom()
  checkOrder(order)
  return book.add({ order, body, bodyHash, key })
}

/** What cannot be solved is refused at the door. */
function checkOrder({ problem, input, solver = 'auto' }: ParsedOrder): void {
  if (!Object.hasOwn(problems, problem)) {
    const what = `no problem is called "${problem}"`
    throw new IsinglassError('OPTION_INVALID', what, `Use ${Object.keys(problems).sort().join(', ')}`, 'problem')
  }
  solverOf(solver)
  problems[problem](input)
}

/** RFC 7240: `wait=0.5`, in seconds; whole ones there, parts of one here as well. */
function preferredWaitMs(header: string | string[] | undefined): number {
  const text = Array.isArray(header) ? header.join() : header
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9}(?:\.\d{1,9})?)"?\s*(?:$|[,;])/i.exec(text ?? '')?.[1]
  return Math.min(longestWait, Number(seconds ?? 0)) * 1000
}

const sendJob = (reply: FastifyReply, job: Job): FastifyReply =>
  reply.code(200).header('cache-control', 'no-store').type('application/json').send(jobJson(job))

/** Aborted when nobody listens any longer. */
function hangUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => controller.abort())
  return controller.signal
}

/** Headers and bodies are checked by zod, and complaints are worded as everywhere. */
export const validated =
  ({ schema, httpPart }: { schema: unknown; httpPart?: string }) =>
  (value: unknown): { value: unknown } | { error: Error } => {
    try {
      return { value: parseWith(schema as z.ZodType, value, httpPart ?? 'request', 'REQUEST_INVALID') }
    } catch (error) {
      return { error: error as Error }
    }
  }
