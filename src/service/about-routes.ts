import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { aboutSchema, healthSchema, type ServiceAbout } from '../client/index.ts'
import { problems, solvers, version } from '../index.ts'
import type { JobBook } from './job-book.ts'
import type { Metrics } from './metrics.ts'
import { described } from './responses.ts'
import type { Runner } from './runner.ts'
import type { Settings } from './settings.ts'

interface Parts {
  readonly book: JobBook
  readonly runner: Runner
  readonly settings: Settings
  readonly metrics: Metrics
}

/** What the service is and how it does. */
export function aboutRoutes(app: FastifyInstance, { book, runner, settings, metrics }: Parts): void {
  const about = describeService(settings)
  app.get(
    '/v1/health',
    {
      schema: {
        summary: 'Lives when it answers, takes jobs when it answers with 200',
        tags: ['service'],
        response: { 200: healthSchema, 503: healthSchema },
      },
    },
    async (_request, reply) => {
      const { running, queued } = book.counts
      const status = book.isStopping ? 'stopping' : 'ok'
      return reply.code(book.isStopping ? 503 : 200).send({ status, running, queued, workers: runner.workers })
    },
  )
  app.get(
    '/v1/solvers',
    { schema: { summary: 'Solvers, problems, limits, version', tags: ['service'], response: { 200: aboutSchema } } },
    async () => about,
  )
  app.get(
    '/metrics',
    { schema: { summary: 'For Prometheus', tags: ['service'], response: { 200: described('text/plain', 'Metrics') } } },
    async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
  const document = z.record(z.string(), z.unknown())
  app.get(
    '/openapi.json',
    { schema: { summary: 'This interface, as OpenAPI 3.1', tags: ['service'], response: { 200: document } } },
    async (_request, reply) => reply.type('application/json').send(JSON.stringify(app.swagger())),
  )
}

function describeService({ timeLimit, memory, bodyLimit, threads, queue, keep, keepFor }: Settings): ServiceAbout {
  const list = (registry: Readonly<Record<string, { readonly summary: string }>>) =>
    Object.keys(registry)
      .sort()
      .map((name) => ({ name, summary: registry[name].summary }))
  const { remote: _, ...own } = solvers
  return {
    version,
    solvers: list(own),
    problems: list(problems),
    limits: {
      timeLimitMs: timeLimit,
      memoryMiB: memory,
      bodyBytes: bodyLimit,
      running: threads,
      queued: queue,
      kept: keep,
      keptMs: keepFor,
    },
  }
}
