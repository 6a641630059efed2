import { IsinglassError } from '../errors.ts'
import { eventLines } from './event-lines.ts'
import { errorOf, failed, parsedBy, pieces, reasonOf, send, unreached, type Wire } from './exchange.ts'
import { backoffMs, sleep } from './patience.ts'
import { faultSchema, incumbentSchema, jobSchema, type ServiceIncumbent, type ServiceJob } from './schemas.ts'

/** What a job's stream tells: better and better answers, at last the finished job. */
export type JobEvent =
  | { readonly kind: 'incumbent'; readonly incumbent: ServiceIncumbent }
  | { readonly kind: 'done'; readonly job: ServiceJob }

interface Following {
  readonly signal?: AbortSignal
  /** The number of the last incumbent already known. */
  readonly after?: number
}

/**
 * Follows a job. A broken stream is taken up again after the last event seen (Last-Event-ID); when it breaks too often
 * without telling anything new, `wait` is asked for the end.
 */
export async function* eventsOf(
  wire: Wire,
  path: string,
  { signal, after = 0 }: Following,
  wait: () => Promise<ServiceJob>,
): AsyncGenerator<JobEvent> {
  let last = after
  for (let breaks = 0; breaks <= wire.retries; breaks++) {
    try {
      for await (const event of streamOf(wire, path, last, signal)) {
        yield event
        if (event.kind === 'done') return
        last = event.incumbent.number
        breaks = 0
      }
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof IsinglassError) throw error
      if (error instanceof RangeError) throw failed(`in an event ${error.message}`)
      if (breaks === wire.retries) throw unreached(wire, reasonOf(error))
    }
    await sleep(backoffMs(breaks, wire.backoffMs, null), signal)
  }
  yield { kind: 'done', job: await wait() }
}

async function* streamOf(wire: Wire, path: string, last: number, signal?: AbortSignal): AsyncGenerator<JobEvent> {
  const headers = { accept: 'text/event-stream', ...(last > 0 ? { 'last-event-id': String(last) } : {}) }
  const response = await send(wire, { method: 'GET', path, headers, signal })
  const type = response.headers.get('content-type') ?? 'none'
  if (!response.ok) throw await complaintOf(wire, response)
  if (!type.startsWith('text/event-stream')) throw failed(`it answered with ${type.slice(0, 100)} instead of events`)
  for await (const { event, data } of eventLines(pieces(response, Number.POSITIVE_INFINITY), wire.mostBytes)) {
    if (event === 'incumbent') yield { kind: 'incumbent', incumbent: part(incumbentSchema, data) }
    if (event === 'done') yield { kind: 'done', job: part(jobSchema, data) }
  }
}

function part<Out>(schema: Parameters<typeof parsedBy<Out>>[0], data: string): Out {
  const parsed = parsedBy(schema, data)
  if (typeof parsed === 'string') throw failed(`an event is not what it should be: ${parsed}`)
  return parsed.value
}

/** A passing complaint is an ordinary error, after which the stream is asked for again. */
async function complaintOf(wire: Wire, response: Response): Promise<Error> {
  let text = ''
  for await (const piece of pieces(response, wire.mostBytes)) text += piece
  if (response.status === 429 || response.status >= 502) return new Error(`status ${response.status}`)
  const said = parsedBy(faultSchema, text)
  return typeof said === 'string'
    ? failed(`it answered with status ${response.status}`, wire.baseUrl)
    : errorOf(said.value)
}
