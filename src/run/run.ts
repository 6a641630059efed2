import { IsinglassError } from '../errors.ts'
import { type Clock, systemClock } from './clock.ts'
import { drive, type Job, type JobResult, type StopReason } from './job.ts'
import type { Pool } from './pool.ts'
import type { Sample } from './sample-set.ts'

/** Chance, time, work and cancellation of one solve: everything a solver may not take from the air. */
export interface Run {
  readonly seed: string
  readonly clock: Clock
  /** On the run's clock, in milliseconds; Infinity without a time limit. */
  readonly deadline: number
  /** Work units this solver may spend; Infinity without a budget. */
  readonly work: number
  readonly signal: AbortSignal
  /** Workers to use, or null for the calling thread. Results never depend on it. */
  readonly pool: Pool | null
  readonly memoryLimitMiB: number
  /** Shows a find to the trace; infeasible and worse ones are ignored there. */
  offer(sample: Sample): void
  /** True once an offered sample met the user's target. */
  targetReached(): boolean
}

/** About one second of work in plain TypeScript: the budget when the user gives neither time nor work. */
export const defaultWork = 1e8

export interface RunOptions {
  seed?: string | number
  clock?: Clock
  timeLimitMs?: number
  work?: number
  signal?: AbortSignal
  pool?: Pool | null
  memoryLimitMiB?: number
  offer?: (sample: Sample) => void
  targetReached?: () => boolean
}

/** A run from plain options; with neither `timeLimitMs` nor `work`, `defaultWork` is the budget. */
export function createRun(options: RunOptions = {}): Run {
  checkOptions(options)
  const { clock = systemClock, timeLimitMs, seed = 0 } = options
  const work = options.work ?? (timeLimitMs === undefined ? defaultWork : Number.POSITIVE_INFINITY)
  return {
    seed: String(seed),
    clock,
    deadline: timeLimitMs === undefined ? Number.POSITIVE_INFINITY : clock.now() + timeLimitMs,
    work,
    signal: options.signal ?? new AbortController().signal,
    pool: options.pool ?? null,
    memoryLimitMiB: options.memoryLimitMiB ?? 2048,
    offer: options.offer ?? (() => {}),
    targetReached: options.targetReached ?? (() => false),
  }
}

const knownOptions = {
  seed: true,
  clock: true,
  timeLimitMs: true,
  work: true,
  signal: true,
  pool: true,
  memoryLimitMiB: true,
  offer: true,
  targetReached: true,
} satisfies Record<keyof RunOptions, true>

function checkOptions(options: RunOptions): void {
  const refuse = (what: string, remedy: string) => {
    throw new IsinglassError('OPTION_INVALID', what, remedy, 'createRun')
  }
  const stranger = Object.keys(options).find((key) => !(key in knownOptions))
  if (stranger !== undefined) refuse(`"${stranger}" is no option`, `Use ${Object.keys(knownOptions).join(', ')}`)
  for (const key of ['timeLimitMs', 'work', 'memoryLimitMiB'] as const) {
    const value = options[key]
    if (value !== undefined && !(value >= 0)) refuse(`${key} ${value} is no limit`, 'Give a number of at least 0')
  }
}

/** Why the run must end now, or null. The work budget is not asked here: jobs count their own. */
export function stopReason(run: Run): StopReason | null {
  if (run.signal.aborted) return 'aborted'
  if (run.clock.now() >= run.deadline) return 'time'
  return run.targetReached() ? 'target' : null
}

/** Drives one job on the calling thread under the run's limits. */
export function driveIn<Out, Find>(
  run: Run,
  job: Job<Out, Find>,
  onFind?: (find: Find) => void,
  work = run.work,
): Promise<JobResult<Out>> {
  return drive(job, { work, clock: run.clock, stop: () => stopReason(run), onFind })
}

/** Milliseconds until the deadline, at least 0. */
export const remainingMs = (run: Run): number => Math.max(0, run.deadline - run.clock.now())

/** The same run ending at most `ms` from now. */
export function endingWithin(run: Run, ms: number): Run {
  return { ...run, deadline: Math.min(run.deadline, run.clock.now() + ms) }
}
