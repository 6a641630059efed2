import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { IsinglassError } from '../errors.ts'
import { faultOf } from './faults.ts'
import type { Ending, WorkOrder } from './perform.ts'
import type { Attempt, Runner } from './runner.ts'

/** What travels to a worker, and back. */
export type ToWorker = { readonly type: 'work'; readonly order: WorkOrder } | { readonly type: 'cancel' }
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'incumbent'; readonly json: string }
  | { readonly type: 'ended'; readonly ending: Ending }

const besideThisFile = new URL('./service-worker.js', import.meta.url)

export const hasWorker = (url: URL | string = besideThisFile): boolean => existsSync(fileURLToPath(new URL(url)))

/** How long a worker may be deaf after its deadline (`solve` itself leaves a deaf solver after 2 s), and after a cancel. */
const deafMs = { deadline: 3000, cancel: 1000 } as const

/** Beside what a job's forms may take: the programme itself, the input, the answer. */
const ownMemoryMiB = 512

/**
 * Jobs in worker threads, one each: whatever a job does (a model that takes seconds to build, a dead loop, all of its
 * memory), requests are answered, and other jobs go on. Workers are used again; one that crashes or is ended is replaced.
 */
export function threadRunner(threads: number, memoryMiB: number, url: URL | string = besideThisFile): Runner {
  const slots = Array.from({ length: threads }, () => new Slot(new URL(url), memoryMiB + ownMemoryMiB))
  return {
    workers: 'threads',
    ready: Promise.race([Promise.all(slots.map(({ ready }) => ready)), longest()]).then(() => {}),
    start: (order, onIncumbent) => {
      const slot = slots.find(({ busy }) => !busy)
      if (slot === undefined) throw new RangeError('every worker is busy')
      return slot.start(order, onIncumbent)
    },
    close: async () => {
      await Promise.all(slots.map((slot) => slot.end('the service ended')))
    },
  }
}

/** A worker that does not come up is noticed by its first job. */
const longest = () => new Promise((resolve) => setTimeout(resolve, 5000).unref())

/** Room for one worker: started ahead of its first job, and anew for the next job after a loss. */
class Slot {
  busy = false
  readonly ready: Promise<void>
  private worker: Worker | null
  private onMessage: (message: FromWorker) => void = () => {}
  private onLost: (why: string) => void = () => {}
  private readonly url: URL
  private readonly memoryMiB: number

  constructor(url: URL, memoryMiB: number) {
    this.url = url
    this.memoryMiB = memoryMiB
    this.ready = new Promise((resolve) => {
      this.onMessage = this.onLost = () => resolve()
    })
    this.worker = this.open()
  }

  start(order: WorkOrder, onIncumbent: (json: string) => void): Attempt {
    const worker = (this.worker ??= this.open())
    const post = (message: ToWorker) => worker.postMessage(message)
    let timer = setTimeout(() => this.end('it did not hear its deadline'), order.timeLimitMs + deafMs.deadline)
    this.busy = true
    worker.ref()
    const ended = new Promise<Ending>((resolve) => {
      this.onMessage = (message) => {
        if (message.type === 'ended') resolve(message.ending)
        else if (message.type === 'incumbent') onIncumbent(message.json)
      }
      this.onLost = (why) => resolve({ kind: 'fault', fault: faultOf(lost(why)) })
    })
    post({ type: 'work', order })
    return {
      ended: ended.finally(() => {
        clearTimeout(timer)
        this.rest()
      }),
      cancel: () => {
        clearTimeout(timer)
        timer = setTimeout(() => this.end('it did not hear that it was cancelled'), deafMs.cancel)
        post({ type: 'cancel' })
      },
    }
  }

  async end(why: string): Promise<void> {
    const { worker } = this
    this.worker = null
    this.onLost(why)
    await worker?.terminate()
  }

  private rest(): void {
    this.busy = false
    this.onMessage = this.onLost = () => {}
    this.worker?.unref()
  }

  private open(): Worker {
    const worker = new Worker(this.url, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: this.memoryMiB } })
    let why = 'it left'
    worker.unref()
    worker.on('message', (message: FromWorker) => worker === this.worker && this.onMessage(message))
    worker.on('error', (error) => {
      why = error.message
    })
    worker.on('exit', () => {
      if (worker === this.worker) void this.end(why)
    })
    return worker
  }
}

const lost = (why: string): IsinglassError =>
  new IsinglassError(
    'SOLVER_FAILED',
    `the worker of this job was lost: ${why}`,
    'Use another solver, or a smaller instance',
  )
