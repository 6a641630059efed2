import { IsinglassError } from '../errors.ts'
import type { Clock } from './clock.ts'
import { pause } from './pause.ts'

/** Why a run ended. `finished` = nothing left to do, `budget` = the work limit, `time` = the clock, `target` = good enough. */
export type StopReason = 'finished' | 'time' | 'budget' | 'target' | 'aborted' | 'failed'

/** What a job reports after a piece of work: how much it did, a better find if there was one, a proven bound if it grew. */
export interface Step<Find = never> {
  readonly work: number
  readonly find?: Find
  /** No result can be better than this, in the job's own unit; each one replaces the one before. */
  readonly bound?: number
}

/** A part of a job, to be delegated to with `yield*`. */
export type Steps<Find> = Generator<Step<Find>, void, number>

/**
 * A resumable computation. It yields the work it did in the last piece and receives how much it may do next;
 * 0 means "stop now": it must return its result at once. The first yield does no work.
 *
 * The result may depend on where the job was stopped (in work), never on how the work was cut into pieces.
 * A unit of work is about ten nanoseconds of plain TypeScript: one trial flip of one variable.
 */
export type Job<Out, Find = never> = Generator<Step<Find>, Out, number>

/** The same job told in other terms: its finds and its result as answers, its bounds as costs. */
export function* mapFinds<From, To>(
  job: Job<From, From>,
  answerOf: (find: From) => To,
  costOf = (bound: number) => bound,
): Job<To, To> {
  for (let state = job.next(0); ; ) {
    if (state.done) return answerOf(state.value)
    const { work, find, bound } = state.value
    state = job.next(
      yield {
        work,
        ...(find === undefined ? {} : { find: answerOf(find) }),
        ...(bound === undefined ? {} : { bound: costOf(bound) }),
      },
    )
  }
}

/** A named, pure starter of jobs; `input` is structured-cloneable, so it can start in a worker as well. */
export interface Kernel<Input, Out> {
  readonly name: string
  start(input: Input): Job<Out>
}

export interface JobLimits<Find = never> {
  /** The job is stopped after exactly this much work (or the smallest excess its pieces allow). */
  readonly work: number
  readonly clock: Clock
  /** Asked after every slice. */
  readonly stop: () => StopReason | null
  readonly onFind?: (find: Find) => void
  /** How long a slice should last; calibrated from the slices before. */
  readonly sliceMs?: number
}

export interface JobResult<Out> {
  readonly out: Out
  readonly work: number
  readonly stop: StopReason
  /** The last bound that the job told, or null. */
  readonly bound: number | null
}

/** Drives a job in slices: after each it looks at the clock and lets other events of this thread run. */
export async function drive<Out, Find = never>(job: Job<Out, Find>, limits: JobLimits<Find>): Promise<JobResult<Out>> {
  const { clock, sliceMs = 1.5 } = limits
  let piece = 4096
  let work = 0
  let bound: number | null = null
  let state = job.next(0)
  while (!state.done) {
    const stop = limits.stop() ?? (work >= limits.work ? 'budget' : null)
    const startedAt = clock.now()
    state = job.next(stop === null ? Math.min(piece, limits.work - work) : 0)
    if (state.done) return { out: state.value, work, stop: stop ?? 'finished', bound }
    if (stop !== null) throw wentOn()
    work += state.value.work
    bound = state.value.bound ?? bound
    if (state.value.find !== undefined) limits.onFind?.(state.value.find)
    piece = nextPiece(piece, clock.now() - startedAt, sliceMs)
    await pause()
  }
  return { out: state.value, work, stop: 'finished', bound }
}

const wentOn = () =>
  new IsinglassError(
    'SOLVER_FAILED',
    'a job went on after it was told to stop',
    'Use another solver, and report this one',
  )

const largestPiece = 2 ** 26

function nextPiece(piece: number, elapsedMs: number, sliceMs: number): number {
  const factor = elapsedMs > 0 ? Math.min(2, Math.max(0.25, sliceMs / elapsedMs)) : 2
  return Math.max(64, Math.min(largestPiece, Math.floor(piece * factor)))
}
