import { systemClock } from './clock.ts'
import { drive, type JobResult, type Kernel } from './job.ts'
import type { Pool, PooledResult, PoolLimits } from './pool.ts'
import { hardwareThreads, hasWorkers, type Order, type Outcome, WorkerThread } from './worker-thread.ts'

export interface PoolOptions {
  /** Workers at most; the machine's hardware threads when not given. */
  readonly threads?: number
  /** Where the built worker entry is; beside this module when not given. */
  readonly workerUrl?: string | URL
  /** Pools of different names share no worker. */
  readonly name?: string
}

const pools = new Map<string, Pool>()

/**
 * The pool of that name with so many workers, shared by everyone who asks for the same; null where there are no workers.
 * Workers start when there is work, and never keep a process alive while idle.
 */
export function createPool({ threads = hardwareThreads, workerUrl, name = '' }: PoolOptions = {}): Pool | null {
  if (!hasWorkers(workerUrl)) return null
  const key = `${name} ${threads} ${workerUrl ?? ''}`
  const pool = pools.get(key) ?? openPool(Math.max(1, threads), workerUrl)
  pools.set(key, pool)
  return pool
}

function openPool(threads: number, workerUrl: string | URL | undefined): Pool {
  const workers = Array.from({ length: threads }, () => new WorkerThread(workerUrl))
  const dispatch = dispatcher(workers)
  return {
    threads,
    run: async (kernel, input, limits) => {
      const outcome = await dispatch({ ...limits, type: 'job', name: kernel.name, input })
      return outcome.kind === 'done' ? (outcome.result as JobResult<never>) : again(kernel, input, limits, outcome)
    },
    call: async (engine, input, limits, onFind) => {
      const order: Order = {
        ...limits,
        type: 'engine',
        name: engine.name,
        input,
        work: 0,
        onFind: (find) => onFind(find as never),
      }
      const outcome = await dispatch(order)
      if (outcome.kind === 'lost')
        return { out: null, stop: outcome.stop ?? 'failed', failure: outcome.stop ? null : outcome.why }
      return { out: outcome.result.out as never, stop: outcome.result.stop, failure: null }
    },
    close: () => {
      for (const worker of workers) worker.end()
    },
  }
}

/** Hands orders to free workers, first come, first served; an order that has to stop does not wait any longer. */
function dispatcher(workers: readonly WorkerThread[]): (order: Order) => Promise<Outcome> {
  const waiting: (() => void)[] = []
  return async (order) => {
    const askedAt = systemClock.now()
    while (workers.every((worker) => worker.busy)) {
      await turn(waiting, order)
      const stop = order.stop()
      if (stop !== null) return { kind: 'lost', why: 'it waited for a worker', stop }
    }
    const worker = workers.find((w) => !w.busy) as WorkerThread
    try {
      return await worker.run({ ...order, remainingMs: order.remainingMs - (systemClock.now() - askedAt) })
    } finally {
      waiting.shift()?.()
    }
  }
}

/** Until a worker is free, or a little while. */
function turn(waiting: (() => void)[], order: Order): Promise<void> {
  return new Promise((resolve) => {
    const leave = () => {
      clearInterval(poll)
      const at = waiting.indexOf(leave)
      if (at >= 0) waiting.splice(at, 1)
      resolve()
    }
    const poll = setInterval(() => order.stop() !== null && leave(), 2)
    waiting.push(leave)
  })
}

/** The same job on the calling thread: the same bits, later. A job that was to stop anyway stops after its first step. */
async function again<Input, Out>(
  kernel: Kernel<Input, Out>,
  input: Input,
  limits: PoolLimits,
  lost: Extract<Outcome, { kind: 'lost' }>,
): Promise<PooledResult<Out>> {
  const stop = () => lost.stop ?? limits.stop()
  const result = await drive(kernel.start(input), { work: limits.work, clock: systemClock, stop })
  return lost.stop ? result : { ...result, note: `a job ran on the calling thread: ${lost.why}` }
}
