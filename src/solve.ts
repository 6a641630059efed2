import { z } from 'zod'
import { parseWith } from './parse.ts'
import type { Problem } from './problem.ts'
import { type RunRecord, recordOf, recordOfFailure } from './record.ts'
import type { Report } from './report.ts'
import {
  type Clock,
  createRun,
  type Pool,
  type Run,
  remainingMs,
  type SampleSet,
  sampleSet,
  systemClock,
} from './run/index.ts'
import type { Solver } from './solver.ts'
import { createTask, type Task } from './task.ts'
import { type Incumbents, watchIncumbents } from './trace.ts'
import { writeReport } from './write-report.ts'

/** What solve() may be told. Times are milliseconds from the call. */
export interface SolveOptions<Answer = unknown> {
  /** Wall-clock limit in milliseconds; building and compiling count. */
  timeLimit?: number
  /** Deterministic limit in work units (about ten nanoseconds each); with neither limit, about a second of work. */
  work?: number
  seed?: number | string
  /** Workers; 1 is the calling thread. The answer never depends on it. */
  threads?: number
  signal?: AbortSignal
  /** Stop at an answer this good, in the problem's own sense. */
  target?: number
  solver?: Solver
  memoryLimitMiB?: number
  onIncumbent?: (found: { answer: Answer; cost: number; afterMs: number; foundBy: string }) => void
  /** Is told how the solve went, as a line for a log; also of one that throws. What it throws itself is ignored. */
  record?: (record: RunRecord) => void
  /** For tests. */
  clock?: Clock
}

export interface SolveDefaults {
  readonly solver: () => Solver
  readonly openPool: (threads: number) => Pool | null
}

/** Binds the pipeline to its defaults; `src/index.ts` is the only caller that chooses them. */
export function createSolve(defaults: SolveDefaults) {
  /** Solves a problem: build, compile, sample, lift, decode, and judge the answer by the problem's own check and cost. */
  return async function solve<Answer>(
    problem: Problem<Answer>,
    options: SolveOptions<Answer> = {},
  ): Promise<Report<Answer>> {
    const settings = parseWith(optionsSchema, options, 'solve', 'OPTION_INVALID') as SolveOptions<Answer>
    const checked = parseWith(problemSchema, problem, 'solve') as Problem<Answer>
    return recorded(checked, settings, () => solveChecked(defaults, checked, settings))
  }
}

/** The pipeline. */
async function solveChecked<Answer>(
  defaults: SolveDefaults,
  problem: Problem<Answer>,
  settings: SolveOptions<Answer>,
): Promise<Report<Answer>> {
  const { clock = systemClock, memoryLimitMiB = 2048, threads = 1, solver = defaults.solver() } = settings
  const startedAt = clock.now()
  const deadline = startedAt + (settings.timeLimit ?? Number.POSITIVE_INFINITY)
  const task = createTask(problem, { clock, memoryLimitMiB, deadline })
  const incumbents = watchIncumbents(task, settings, () => clock.now() - startedAt)
  const run = createRun({
    seed: settings.seed,
    work: settings.work,
    signal: settings.signal,
    clock,
    memoryLimitMiB,
    timeLimitMs: settings.timeLimit,
    pool: threads > 1 ? defaults.openPool(threads) : null,
    offer: incumbents.offer,
    targetReached: incumbents.targetReached,
  })
  const samples = await sampleKeeping(incumbents, solver, task, run)
  return writeReport({ task, solver, run, samples, incumbents, threads, totalMs: clock.now() - startedAt })
}

/** Tells the record, if one is wanted, however the solve ends. */
async function recorded<Answer>(
  { name }: Problem<Answer>,
  options: SolveOptions<Answer>,
  work: () => Promise<Report<Answer>>,
): Promise<Report<Answer>> {
  const tell = (record: () => RunRecord) => {
    try {
      options.record?.(record())
    } catch {
      // A log that fails does not take the answer away.
    }
  }
  try {
    const report = await work()
    if (options.record !== undefined) tell(() => recordOf(report, options))
    return report
  } catch (error) {
    if (options.record !== undefined) tell(() => recordOfFailure(name, options, error))
    throw error
  }
}

/** A solver that fails after it showed something does not take that away. */
async function sampleKeeping<Answer>(
  incumbents: Incumbents<Answer>,
  solver: Solver,
  task: Task<Answer>,
  run: Run,
): Promise<SampleSet> {
  try {
    return await settledBy(run, solver.sample(task as Task, run), () => deaf(solver))
  } catch (error) {
    if (incumbents.settle() === null) throw error
    const said = error instanceof Error ? error.message : String(error)
    return sampleSet({
      stop: 'failed',
      replay: solver.spec,
      notes: [`${solver.spec} failed after its last find: ${said}`],
    })
  }
}

/** How long past the deadline a solver may still be on its way home. */
const graceMs = 2000

/** A solver that does not hear its deadline is left behind. */
const deaf = (solver: Solver): SampleSet =>
  sampleSet({
    stop: 'failed',
    replay: solver.spec,
    notes: [`${solver.spec} did not end ${graceMs} ms after its deadline and was left`],
  })

async function settledBy(run: Run, work: Promise<SampleSet>, otherwise: () => SampleSet): Promise<SampleSet> {
  if (run.clock !== systemClock || run.deadline === Number.POSITIVE_INFINITY) return work
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<SampleSet>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), remainingMs(run) + graceMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const problemSchema = z.custom<Problem>((value) => typeof (value as Problem | null)?.build === 'function', {
  error: 'expected a problem such as tsp({ … })',
})

const callable = <F>() => z.custom<F>((value) => typeof value === 'function', { error: 'expected a function' })

const optionsSchema = z.strictObject({
  timeLimit: z
    .number()
    .positive()
    .max(2 ** 31 - 1)
    .optional(),
  work: z.number().positive().optional(),
  seed: z.union([z.number().int(), z.string()]).optional(),
  threads: z.number().int().min(1).max(256).optional(),
  signal: z
    .custom<AbortSignal>((value) => value instanceof AbortSignal, { error: 'expected an AbortSignal' })
    .optional(),
  target: z.number().optional(),
  solver: z
    .custom<Solver>((value) => typeof (value as Solver | null)?.sample === 'function', {
      error: 'expected a solver such as anneal()',
    })
    .optional(),
  memoryLimitMiB: z.number().positive().optional(),
  onIncumbent: callable<NonNullable<SolveOptions['onIncumbent']>>().optional(),
  record: callable<NonNullable<SolveOptions['record']>>().optional(),
  clock: z.custom<Clock>().optional(),
})
