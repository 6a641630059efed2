import type { JobResult, StopReason } from './job.ts'

/** Runs jobs of registered kernels elsewhere. `work` is the job's own limit; `stop` is asked while it runs. */
export interface Pool {
  readonly threads: number
  run<Out>(kernel: string, input: unknown, limits: PoolLimits): Promise<JobResult<Out>>
  /** Ends all workers. */
  close(): void
}

export interface PoolLimits {
  readonly work: number
  readonly stop: () => StopReason | null
  /** Milliseconds until the deadline, Infinity without one: the worker watches its own clock. */
  readonly remainingMs: number
}
