import { isFinal, type ServiceFault, type ServiceJob } from '../client/index.ts'
import type { Attempt } from './runner.ts'

/** One job, from its submission until it is forgotten. Times are milliseconds of `performance.now()`. */
export interface Job {
  readonly id: string
  readonly problem: string
  readonly solver: string
  readonly timeLimitMs: number
  /** Whether the time limit counts from the submission. */
  readonly isDated: boolean
  readonly submittedAt: string
  readonly submittedMs: number
  /** The idempotency key it came with. */
  readonly key: string | null
  readonly bodyHash: string
  /** The request; given up once a worker has it. */
  body: string
  status: ServiceJob['status']
  startedMs: number | null
  endedMs: number | null
  attempt: Attempt | null
  /** Why it is told to end early; null when its submitter asked for it. */
  cancelled: { readonly fault: ServiceFault | null } | null
  found: number
  /** The latest finds as JSON; each is better than the one before. */
  incumbents: readonly { readonly number: number; readonly json: string }[]
  report: string | null
  fault: ServiceFault | null
  /** Whoever waits for something to change. */
  readonly wakers: Set<() => void>
}

/** Finds that a stream which was cut off can still be told, while the job runs. */
const mostIncumbents = 16

export function addIncumbent(job: Job, json: string): void {
  const number = ++job.found
  job.incumbents = [...job.incumbents, { number, json: `{"number":${number},${json.slice(1)}` }].slice(-mostIncumbents)
  wake(job)
}

export function wake(job: Job): void {
  for (const waker of [...job.wakers]) waker()
}

/** Until the job changes, so many milliseconds are over, or nobody waits any longer; false when it did not change. */
export function changed(job: Job, ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (value: boolean) => {
      clearTimeout(timer)
      job.wakers.delete(wakened)
      signal.removeEventListener('abort', left)
      resolve(value)
    }
    const wakened = () => settle(true)
    const left = () => settle(false)
    const timer = setTimeout(left, ms)
    job.wakers.add(wakened)
    signal.addEventListener('abort', left, { once: true })
    if (signal.aborted) left()
  })
}

/** Until the job is final or so many milliseconds are over. */
export async function finished(job: Job, ms: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + ms
  while (!isFinal(job.status) && !signal.aborted && performance.now() < until)
    await changed(job, until - performance.now(), signal)
}

/** The job as it is told, as JSON: what a worker wrote is passed on as it is. */
export function jobJson(job: Job): string {
  const { id, status, problem, solver, submittedAt, timeLimitMs, fault } = job
  const head = { id, status, problem, solver, submittedAt, timeLimitMs, ...elapsed(job), fault }
  const incumbent = job.report === null ? (job.incumbents.at(-1)?.json ?? 'null') : 'null'
  return `${JSON.stringify(head).slice(0, -1)},"incumbent":${incumbent},"report":${job.report}}`
}

/** How long it waited and how long it ran, so far. */
export function elapsed({ submittedMs, startedMs, endedMs }: Job): { queuedMs: number; runningMs: number } {
  const now = performance.now()
  const queuedMs = (startedMs ?? endedMs ?? now) - submittedMs
  return { queuedMs, runningMs: startedMs === null ? 0 : (endedMs ?? now) - startedMs }
}
