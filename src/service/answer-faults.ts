import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { IsinglassError } from '../errors.ts'
import { faultOf } from './faults.ts'

/** Seconds after which it makes sense to ask again. */
const retryAfter: Readonly<Record<number, string>> = { 429: '1', 503: '5' }

/** Every error leaves as application/problem+json. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = ours(error)
    if (known === error && faultOf(known).status < 500) return sendFault(reply, known)
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'request failed')
    return sendFault(reply, known, error instanceof IsinglassError ? undefined : status)
  })
  app.setNotFoundHandler((request, reply) => {
    const what = `there is no ${request.method} ${request.url.slice(0, 100)}`
    return sendFault(reply, new IsinglassError('REQUEST_INVALID', what, 'See /openapi.json for what there is'), 404)
  })
}

function sendFault(reply: FastifyReply, error: unknown, given?: number): FastifyReply {
  const fault = faultOf(error, given)
  if (retryAfter[fault.status] !== undefined) reply.header('retry-after', retryAfter[fault.status])
  return reply.code(fault.status).type('application/problem+json').send(JSON.stringify(fault))
}

/** For requests that no route ever sees, such as one with a broken address. */
export const answerBrokenRequest = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
  sendFault(reply, ours(error), error.statusCode ?? 400)
}

/** The framework's complaints in our words. */
function ours(error: FastifyError): Error {
  if (error instanceof IsinglassError) return error
  const { statusCode = 500, code, message } = error
  if (statusCode >= 500) return error
  const what = message.replace(/\.$/, '')
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new IsinglassError('REQUEST_TOO_LARGE', what, 'Send less; GET /v1/solvers names the limit')
  const remedy = code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ? 'Send JSON as application/json' : 'Correct the request'
  return new IsinglassError('REQUEST_INVALID', what, remedy)
}
