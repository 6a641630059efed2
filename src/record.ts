import { IsinglassError } from './errors.ts'
import type { Provenance, Report, Status, Timing } from './report.ts'
import type { StopReason } from './run/index.ts'
import type { SolveOptions } from './solve.ts'
import { version } from './version.ts'

/**
 * One solve as a line of a log: what is needed to understand, compare and repeat it. Plain data; it holds neither the input
 * nor the answer, so it may be kept for long.
 */
export interface RunRecord {
  /** Of this shape; it grows when a field changes its meaning. */
  readonly format: 1
  readonly version: string
  readonly problem: string
  readonly solver: string | null
  readonly foundBy: string | null
  readonly options: {
    readonly seed: string
    readonly timeLimit: number | null
    readonly work: number | null
    readonly target: number | null
    readonly threads: number
    readonly memoryLimitMiB: number | null
  }
  readonly outcome: Outcome
  readonly size: Report<unknown>['size']
  readonly samples: Report<unknown>['samples'] | null
  readonly timing: Timing | null
  /** Milliseconds until the first feasible answer and until the last improvement; null without one. */
  readonly firstFeasibleMs: number | null
  readonly lastImprovementMs: number | null
  /** Work, platform, replay line, hash of the model; qubits, depth and shots where a circuit was simulated. */
  readonly provenance: Provenance | null
  readonly notes: readonly string[]
}

/** How it ended; `failed` with the error's code and message when no report came of it. */
export type Outcome =
  | {
      readonly status: Status
      readonly stop: StopReason
      readonly cost: number | null
      readonly sense: 'min' | 'max'
      readonly bound: number | null
      readonly gap: number | null
      /** How many rules the best try breaks. */
      readonly violations: number
    }
  | { readonly status: 'failed'; readonly code: string | null; readonly message: string }

/** The record of a solve that came to a report. */
export function recordOf<Answer>(report: Report<Answer>, options: SolveOptions<Answer> = {}): RunRecord {
  const { status, stop, cost, sense, bound, gap, violations, trace } = report
  return {
    ...headOf(report.problem, options),
    solver: report.solver,
    foundBy: report.foundBy,
    outcome: { status, stop, cost, sense, bound, gap, violations: violations.length },
    size: report.size,
    samples: report.samples,
    timing: report.timing,
    firstFeasibleMs: trace[0]?.[0] ?? null,
    lastImprovementMs: trace.at(-1)?.[0] ?? null,
    provenance: { ...report.provenance },
    notes: report.notes,
  }
}

/** The record of a solve that threw. */
export function recordOfFailure<Answer>(problem: string, options: SolveOptions<Answer>, error: unknown): RunRecord {
  const code = error instanceof IsinglassError ? error.code : null
  const message = error instanceof Error ? error.message : String(error)
  return {
    ...headOf(problem, options),
    solver: options.solver?.spec ?? null,
    foundBy: null,
    outcome: { status: 'failed', code, message },
    size: null,
    samples: null,
    timing: null,
    firstFeasibleMs: null,
    lastImprovementMs: null,
    provenance: null,
    notes: [],
  }
}

function headOf(problem: string, options: SolveOptions<never>) {
  const { seed = 0, timeLimit = null, work = null, target = null, threads = 1, memoryLimitMiB = null } = options
  return {
    format: 1,
    version,
    problem,
    options: { seed: String(seed), timeLimit, work, target, threads, memoryLimitMiB },
  } as const
}
