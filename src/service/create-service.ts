import type { Socket } from 'node:net'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod'
import { version } from '../index.ts'
import { aboutRoutes } from './about-routes.ts'
import { answerBrokenRequest, answerFaults } from './answer-faults.ts'
import { elapsed, type Job } from './job.ts'
import { JobBook } from './job-book.ts'
import { jobRoutes, validated } from './job-routes.ts'
import { type Metrics, metricsOf } from './metrics.ts'
import { hereRunner, type Runner } from './runner.ts'
import { type ServiceOptions, type Settings, settingsOf } from './settings.ts'
import { hasWorker, threadRunner } from './thread-runner.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** A JSON body as it came. */
    bodyText: string
  }
}

export interface Service {
  /** The server itself, for tests and for hosts with routes of their own; not yet listening. */
  readonly app: FastifyInstance
  /** Starts to listen, on this machine only unless told otherwise; returns the address, such as `http://127.0.0.1:8080`. */
  listen(where?: { port?: number; host?: string }): Promise<string>
  /** Takes no more jobs, ends those that wait, gives those that run their grace time, tells everyone who waits, and ends. */
  stop(): Promise<void>
}

/** A job service, over HTTP. Nothing of it is kept on disk. @throws OPTION_INVALID */
export async function createService(options: ServiceOptions = {}): Promise<Service> {
  const settings = settingsOf(options)
  const app = openServer(settings)
  const runner = runnerOf(settings)
  const book: JobBook = new JobBook(runner, settings, (job) => {
    metrics.ended(job)
    app.log.info(summaryOf(job), 'job ended')
  })
  const metrics: Metrics = metricsOf(() => book.counts)
  app.addHook('onResponse', async (request, reply) => {
    metrics.answered(request.method, request.routeOptions.url ?? 'none', reply.statusCode)
  })
  await describeRoutes(app)
  jobRoutes(app, book, settings)
  aboutRoutes(app, { book, runner, settings, metrics })
  await Promise.all([app.ready(), runner.ready])
  const sockets = socketsOf(app)
  let ending: Promise<void> | undefined
  return {
    app,
    listen: ({ port = 0, host = '127.0.0.1' } = {}) =>
      app.listen({ port, host, listenTextResolver: (at) => `listening at ${at}` }),
    stop: () => (ending ??= stop(app, book, sockets)),
  }
}

function socketsOf(app: FastifyInstance): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  app.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

/** Who does not read its answer within this time after everything ended is cut off. */
const lastWordsMs = 2000

async function stop(app: FastifyInstance, book: JobBook, sockets: ReadonlySet<Socket>): Promise<void> {
  app.log.info('stopping')
  await book.stop()
  // A browser or fetch may hold a connection open that never asked for anything.
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  const cut = setTimeout(() => app.server.closeAllConnections(), lastWordsMs)
  await app.close()
  clearTimeout(cut)
  app.log.info('stopped')
}

function openServer({ bodyLimit, log }: Settings): FastifyInstance {
  const app = fastify({
    bodyLimit,
    exposeHeadRoutes: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: log && { level: 'info', stream: process.stderr },
    frameworkErrors: answerBrokenRequest,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance
  app.decorateRequest('bodyText', '')
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.bodyText = body as string
    parse(request, body as string, done)
  })
  app.setValidatorCompiler(validated as never)
  app.setSerializerCompiler(serializerCompiler)
  answerFaults(app)
  return app
}

function runnerOf({ threads, memory, workerUrl }: Settings): Runner {
  return hasWorker(workerUrl) ? threadRunner(threads, memory, workerUrl) : hereRunner()
}

async function describeRoutes(app: FastifyInstance): Promise<void> {
  const description = 'Combinatorial optimization jobs: answers are judged from the input before they are told.'
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'isinglass', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    },
    transform: jsonSchemaTransform,
  })
}

/** For the log: what a job was and came to, nothing of its input or answer. */
const summaryOf = (job: Job) => ({
  job: job.id,
  problem: job.problem,
  solver: job.solver,
  status: job.status,
  code: job.fault?.code,
  ...elapsed(job),
})
