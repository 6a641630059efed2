import { randomUUID } from 'node:crypto'
import { isFinal, type ParsedOrder, type ServiceJob } from '../client/index.ts'
import { IsinglassError } from '../errors.ts'
import { faultOf } from './faults.ts'
import { addIncumbent, elapsed, type Job, wake } from './job.ts'
import type { Ending } from './perform.ts'
import type { Runner } from './runner.ts'
import type { Settings } from './settings.ts'

export interface Submission {
  readonly order: ParsedOrder
  readonly body: string
  readonly bodyHash: string
  readonly key: string | null
}

/** Told of every job that ended. */
export type OnEnded = (job: Job) => void

/** Requests that wait, and reports that are kept, in characters at most. */
const mostCharacters = { queued: 256e6, kept: 256e6 } as const

/** All jobs: those that wait, first come, first served; those that run; and for a while those that ended. */
export class JobBook {
  isStopping = false
  private readonly jobs = new Map<string, Job>()
  private readonly byKey = new Map<string, Job>()
  private readonly running = new Set<Job>()
  private readonly ended = new Set<Job>()
  private readonly queue = new Set<Job>()
  private queuedCharacters = 0
  private keptCharacters = 0
  private readonly runner: Runner
  private readonly settings: Settings
  private readonly onEnded: OnEnded

  constructor(runner: Runner, settings: Settings, onEnded: OnEnded) {
    this.runner = runner
    this.settings = settings
    this.onEnded = onEnded
  }

  get counts(): { running: number; queued: number; kept: number } {
    return { running: this.running.size, queued: this.queue.size, kept: this.ended.size }
  }

  /** @throws JOB_UNKNOWN */
  get(id: string): Job {
    this.forget()
    const job = this.jobs.get(id)
    if (job !== undefined) return job
    const remedy = 'Submit it again; finished jobs are kept for a while only'
    throw new IsinglassError('JOB_UNKNOWN', `there is no job "${id.slice(0, 100)}"`, remedy)
  }

  /** The job that came with this key. @throws KEY_REUSED when it was another request. */
  known(key: string | null, bodyHash: string): Job | null {
    this.forget()
    const job = key === null ? undefined : this.byKey.get(key)
    if (job === undefined || job.bodyHash === bodyHash) return job ?? null
    throw new IsinglassError('KEY_REUSED', 'this key came before, with another request', 'Give a new key to a new job')
  }

  /** @throws SERVICE_STOPPING, QUEUE_FULL */
  checkRoom(): void {
    if (this.isStopping) throw stopping()
    const { size } = this.queue
    const isFull = size >= this.settings.queue && this.running.size >= this.settings.threads
    if (isFull || this.queuedCharacters > mostCharacters.queued)
      throw new IsinglassError('QUEUE_FULL', `${size} jobs wait already`, 'Send it again after the time in Retry-After')
  }

  add({ order, body, bodyHash, key }: Submission): Job {
    const job: Job = {
      id: randomUUID(),
      problem: order.problem,
      solver: order.solver ?? 'auto',
      timeLimitMs: Math.min(order.timeLimit ?? this.settings.timeLimit, this.settings.timeLimit),
      isDated: order.timeLimitFrom === 'submission',
      submittedAt: new Date().toISOString(),
      submittedMs: performance.now(),
      key,
      bodyHash,
      body,
      status: 'queued',
      startedMs: null,
      endedMs: null,
      attempt: null,
      cancelled: null,
      found: 0,
      incumbents: [],
      report: null,
      fault: null,
      wakers: new Set(),
    }
    this.jobs.set(job.id, job)
    if (key !== null) this.byKey.set(key, job)
    this.queue.add(job)
    this.queuedCharacters += body.length
    this.startNext()
    this.watchDate(job)
    return job
  }

  /** Asks a job to end; nothing happens to one that has. */
  cancel(job: Job, fault: Job['fault'] = null): void {
    if (isFinal(job.status) || job.cancelled !== null) return
    job.cancelled = { fault }
    if (job.attempt !== null) job.attempt.cancel()
    else this.leaveQueue(job, 'cancelled', fault)
  }

  /** Takes nothing more; what waits is cancelled, what runs may go on for the grace time and is then asked for what it has. */
  async stop(): Promise<void> {
    this.isStopping = true
    const fault = faultOf(stopping())
    for (const job of [...this.queue]) this.cancel(job, fault)
    const all = () => Promise.all([...this.running].map((job) => job.attempt?.ended))
    let timer: ReturnType<typeof setTimeout> | undefined
    const grace = new Promise((resolve) => (timer = setTimeout(resolve, this.settings.grace)))
    await Promise.race([all(), grace])
    clearTimeout(timer)
    for (const job of this.running) this.cancel(job, fault)
    await all()
    await this.runner.close()
  }

  private startNext(): void {
    for (const job of this.queue) {
      if (this.running.size >= this.settings.threads) return
      this.start(job)
    }
  }

  /** A job whose time is over before its turn need not wait for it. */
  private watchDate(job: Job): void {
    if (!job.isDated || job.status !== 'queued') return
    const leave = () => job.status === 'queued' && this.leaveQueue(job, 'failed', faultOf(tooLate(job)))
    setTimeout(leave, job.timeLimitMs).unref()
  }

  private start(job: Job): void {
    this.unqueue(job)
    const { memory: memoryMiB } = this.settings
    job.status = 'running'
    job.startedMs = performance.now()
    this.running.add(job)
    const timeLimitMs = Math.max(1, job.timeLimitMs - (job.isDated ? elapsed(job).queuedMs : 0))
    job.attempt = this.runner.start({ body: job.body, timeLimitMs, memoryMiB }, (json) => {
      if (!isFinal(job.status)) addIncumbent(job, json)
    })
    job.body = ''
    wake(job)
    void job.attempt.ended.then((ending) => this.settle(job, ending))
  }

  private settle(job: Job, ending: Ending): void {
    this.running.delete(job)
    if (ending.kind === 'report') {
      job.report = ending.json
      this.end(job, job.cancelled !== null && ending.stop === 'aborted' ? 'cancelled' : 'done', null)
    } else this.end(job, job.cancelled === null ? 'failed' : 'cancelled', ending.fault)
    this.startNext()
  }

  private end(job: Job, status: ServiceJob['status'], fault: Job['fault']): void {
    job.status = status
    job.endedMs = performance.now()
    job.fault = status === 'cancelled' ? (job.cancelled?.fault ?? fault) : fault
    job.attempt = null
    job.incumbents = job.report === null ? job.incumbents.slice(-1) : []
    this.ended.add(job)
    this.keptCharacters += weight(job)
    this.onEnded(job)
    wake(job)
    this.forget()
  }

  private leaveQueue(job: Job, status: ServiceJob['status'], fault: Job['fault']): void {
    this.unqueue(job)
    job.body = ''
    this.end(job, status, fault)
  }

  private unqueue(job: Job): void {
    this.queue.delete(job)
    this.queuedCharacters -= job.body.length
  }

  /** Drops what ended long ago, or is more than is kept. */
  private forget(): void {
    const { keep, keepFor } = this.settings
    const oldest = performance.now() - keepFor
    for (const job of this.ended) {
      const isRoom = this.ended.size <= keep && this.keptCharacters <= mostCharacters.kept
      if (isRoom && (job.endedMs as number) >= oldest) return
      this.ended.delete(job)
      this.jobs.delete(job.id)
      if (job.key !== null) this.byKey.delete(job.key)
      this.keptCharacters -= weight(job)
    }
  }
}

const weight = ({ report, incumbents }: Job): number => (report ?? '').length + (incumbents[0]?.json ?? '').length

const stopping = (): IsinglassError =>
  new IsinglassError('SERVICE_STOPPING', 'the service is about to end', 'Ask another one, or this one again later')

const tooLate = (job: Job): IsinglassError =>
  new IsinglassError(
    'DEADLINE_PASSED',
    `${Math.round(elapsed(job).queuedMs)} ms in the queue were more than the ${job.timeLimitMs} ms allowed`,
    'Allow more time, or ask a service with more threads',
  )
