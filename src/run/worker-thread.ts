import { hasWorkers, startWorker } from '#threads'
import { systemClock } from './clock.ts'
import type { JobResult, StopReason } from './job.ts'
import type { WorkerHandle } from './worker-handle.ts'
import { codeOf, epochMs, FormMemory, type FromWorker, pack, type ToWorker } from './worker-protocol.ts'

export { hardwareThreads } from '#threads'
export { hasWorkers }

/** How often the calling thread asks whether to stop, and how long a told worker may take before it is ended. */
const pollMs = 2
const graceMs = { job: 2000, engine: 6 } as const
/** A worker whose script loads but never answers is given up. */
const comingUpMs = 5000

/** What one worker is asked to do. */
export interface Order {
  readonly type: 'job' | 'engine'
  readonly name: string
  readonly input: unknown
  readonly work: number
  readonly remainingMs: number
  readonly stop: () => StopReason | null
  readonly onFind?: (find: unknown) => void
}

/** `lost`: there is no answer (the worker crashed, never came up, or was ended); the reason, and why the run must stop. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: JobResult<unknown> }
  | { readonly kind: 'lost'; readonly why: string; readonly stop: StopReason | null }

/** One worker slot: started on first use, replaced after a crash, doing one order at a time. */
export class WorkerThread {
  busy = false
  private handle: WorkerHandle | null = null
  private ready = false
  private failedStarts = 0
  private orders = 0
  private readonly url: string | URL | undefined
  private readonly flag = typeof SharedArrayBuffer === 'function' ? new Int32Array(new SharedArrayBuffer(4)) : null
  private memory = new FormMemory<true>()
  private listener: ((message: FromWorker | { type: 'crash'; why: string }) => void) | null = null

  constructor(url: string | URL | undefined) {
    this.url = url
  }

  /** Whether it is worth asking: workers that twice failed to come up are not tried again. */
  get usable(): boolean {
    return this.failedStarts < 2
  }

  /** Runs one order to its end; rejects only when the kernel itself threw. */
  async run(order: Order): Promise<Outcome> {
    const handle = this.handle ?? this.start()
    if (handle === null) return { kind: 'lost', why: 'no worker could be started', stop: null }
    this.busy = true
    handle.ref()
    try {
      return await this.converse(handle, order)
    } finally {
      this.listener = null
      this.busy = false
      handle.unref()
    }
  }

  end(): void {
    const { handle } = this
    this.forget()
    this.listener?.({ type: 'crash', why: 'the pool was closed' })
    handle?.terminate()
  }

  private forget(): void {
    this.handle = null
    this.ready = false
    this.memory = new FormMemory<true>()
  }

  private start(): WorkerHandle | null {
    const handle = this.usable ? startWorker(this.url) : null
    this.handle = handle
    this.ready = false
    if (handle === null) this.failedStarts = 2
    handle?.onMessage((message) => {
      if (handle !== this.handle) return
      if ((message as FromWorker).type === 'ready') this.ready = true
      this.listener?.(message as FromWorker)
    })
    handle?.onError((why) => {
      if (handle !== this.handle) return
      if (!this.ready) this.failedStarts++
      this.forget()
      this.listener?.({ type: 'crash', why })
    })
    return handle
  }

  private converse(handle: WorkerHandle, order: Order): Promise<Outcome> {
    const id = ++this.orders
    if (this.flag) Atomics.store(this.flag, 0, 0)
    return new Promise((resolve, reject) => {
      const poll = setInterval(() => this.watch(handle, id, order, told, settle), pollMs)
      const told: Told = { reason: null, polls: 0, since: systemClock.now() }
      const settle = (outcome: Outcome) => {
        clearInterval(poll)
        resolve(outcome)
      }
      this.listener = (message) => {
        if (message.type === 'crash') settle({ kind: 'lost', why: message.why, stop: told.reason })
        else if (message.type === 'ready' || message.id !== id) return
        else if (message.type === 'find') order.onFind?.(message.find)
        else if (message.type === 'done')
          settle({ kind: 'done', result: { bound: null, out: message.out, work: message.work, stop: message.stop } })
        else {
          clearInterval(poll)
          reject(message.error)
        }
      }
      this.post(handle, id, order, settle)
    })
  }

  private post(handle: WorkerHandle, id: number, order: Order, settle: (outcome: Outcome) => void): void {
    const { type, name, work, remainingMs } = order
    try {
      handle.post({
        type,
        id,
        name,
        work,
        remainingMs,
        sentAt: epochMs(),
        input: pack(order.input, this.memory),
        flag: this.flag,
      } satisfies ToWorker)
    } catch (error) {
      settle({ kind: 'lost', why: `the input could not be sent (${String(error)})`, stop: null })
    }
  }

  private giveUp(handle: WorkerHandle, told: Told, settle: (outcome: Outcome) => void): void {
    if (this.ready || systemClock.now() - told.since < comingUpMs) return
    this.failedStarts++
    this.forget()
    handle.terminate()
    settle({ kind: 'lost', why: 'the worker did not come up', stop: null })
  }

  /** Passes a stop on; a worker that is not up yet is not waited for, one that does not answer is ended. */
  private watch(handle: WorkerHandle, id: number, order: Order, told: Told, settle: (outcome: Outcome) => void): void {
    if (told.reason === null) {
      told.reason = order.stop()
      if (told.reason === null) {
        this.giveUp(handle, told, settle)
        return
      }
      if (this.flag) Atomics.store(this.flag, 0, codeOf(told.reason))
      handle.post({ type: 'stop', id, reason: codeOf(told.reason) } satisfies ToWorker)
    }
    if (this.ready && told.polls++ * pollMs < graceMs[order.type]) return
    this.forget()
    handle.terminate()
    settle({ kind: 'lost', why: 'the worker was ended', stop: told.reason })
  }
}

interface Told {
  reason: StopReason | null
  /** Since the stop was passed on. */
  polls: number
  readonly since: number
}
