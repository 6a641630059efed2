import type { Engine, EngineResult } from './engine.ts'
import type { JobResult, Kernel, StopReason } from './job.ts'

/** Runs jobs and engines elsewhere. What a job gives never depends on where it ran. */
export interface Pool {
  readonly threads: number
  /** `limits.work` is the job's own limit. A lost worker's job is run again on the calling thread, and a note says so. */
  run<Input, Out>(kernel: Kernel<Input, Out>, input: Input, limits: PoolLimits): Promise<PooledResult<Out>>
  /** An engine is ended when it does not end by itself soon after `stop`. */
  call<Input, Out, Find>(
    engine: Engine<Input, Out, Find>,
    input: Input,
    limits: Omit<PoolLimits, 'work'>,
    onFind: (find: Find) => void,
  ): Promise<EngineResult<Out>>
  /** Ends all workers; a later run starts fresh ones. */
  close(): void
}

export interface PoolLimits {
  readonly work: number
  readonly stop: () => StopReason | null
  /** Milliseconds until the deadline, Infinity without one: the worker watches its own clock. */
  readonly remainingMs: number
}

export interface PooledResult<Out> extends JobResult<Out> {
  readonly note?: string
}
