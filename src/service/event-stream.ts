import { isFinal } from '../client/index.ts'
import { changed, type Job, jobJson } from './job.ts'

/**
 * A job as server-sent events: its finds after the one known already, then the finished job, and a comment whenever it
 * was silent for long. Finds that were overtaken while the reader was slow are passed over.
 */
export async function* eventStream(
  job: Job,
  after: number,
  heartbeatMs: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let last = after
  yield 'retry: 1000\n\n'
  while (!signal.aborted) {
    const news = job.incumbents.filter(({ number }) => number > last)
    for (const { number, json } of news) yield eventText(number, 'incumbent', json)
    last = news.at(-1)?.number ?? last
    if (job.incumbents.some(({ number }) => number > last)) continue
    if (isFinal(job.status)) {
      yield eventText(job.found + 1, 'done', jobJson(job))
      return
    }
    if (!(await changed(job, heartbeatMs, signal))) yield ': alive\n\n'
  }
}

const eventText = (id: number, event: string, json: string): string => `id: ${id}\nevent: ${event}\ndata: ${json}\n\n`
