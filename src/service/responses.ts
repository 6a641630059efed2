import { z } from 'zod'
import { faultSchema } from '../client/index.ts'

const titles: Readonly<Record<number, string>> = {
  400: 'The request has the wrong shape',
  404: 'There is no such job, or not any longer',
  413: 'The request is too large',
  415: 'The body is no JSON',
  422: 'The problem, its input, the solver or the key cannot be',
  429: 'Too many jobs wait; see Retry-After',
  503: 'The service is about to end; see Retry-After',
}

/** The answers of a route that went wrong, as RFC 9457 has them. */
export const faults = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: titles[status], content: { 'application/problem+json': { schema: faultSchema } } },
    ]),
  )

/** An answer that is a text. */
export const described = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string() } },
})
