import type { Violation } from './problem.ts'
import type { FormSize } from './qubo/index.ts'
import type { StopReason } from './run/index.ts'

export type Status = 'optimal' | 'feasible' | 'infeasible' | 'unknown'

/** What solve() returns. Only a feasible report has an `.answer`. */
export type Report<Answer> = Feasible<Answer> | Infeasible<Answer>

export interface Feasible<Answer> extends CommonReport {
  readonly feasible: true
  readonly status: 'optimal' | 'feasible'
  readonly answer: Answer
  readonly cost: number
  readonly violations: readonly []
}

export interface Infeasible<Answer> extends CommonReport {
  readonly feasible: false
  readonly status: 'infeasible' | 'unknown'
  /** The least violating try, wrapped so that no function taking an answer accepts it. Null when there is none. */
  readonly attempt: Attempt<Answer> | null
  readonly cost: null
  readonly violations: readonly Violation[]
}

/** Not an answer: look at `tried` to see what went wrong. */
export interface Attempt<Answer> {
  readonly tried: Answer
  readonly energy: number
}

/** What every report says. */
export interface CommonReport {
  readonly problem: string
  readonly sense: 'min' | 'max'
  readonly solver: string
  /** The solver that found the answer: a leaf of the nest. */
  readonly foundBy: string | null
  readonly stop: StopReason
  /** On the cost, in the problem's own sense: no answer is better. Null when unknown. */
  readonly bound: number | null
  /** |cost − bound| / max(1e-9, |cost|); 0 when proven. */
  readonly gap: number | null
  /** The model's energy at the answer, split by constraint. Null when no model was built. */
  readonly energy: EnergySplit | null
  readonly samples: {
    readonly reads: number
    readonly kept: number
    readonly feasible: number
    readonly energies: { min: number; mean: number; max: number } | null
  }
  /** Of the form the solver worked on. */
  readonly size: FormSize | null
  /** What was chosen and why, and which solvers refused. */
  readonly notes: readonly string[]
  readonly timing: Timing
  /** [milliseconds since the start, cost] of every improvement. */
  readonly trace: readonly (readonly [number, number])[]
  readonly provenance: Provenance
}

export interface EnergySplit {
  readonly total: number
  readonly objective: number
  /** By constraint name; hard ones are 0 at a feasible point. */
  readonly penalties: Readonly<Record<string, number>>
}

export interface Timing {
  readonly buildMs: number
  readonly compileMs: number
  readonly reduceMs: number
  readonly solveMs: number
  readonly decodeMs: number
  readonly totalMs: number
}

export interface Provenance {
  readonly version: string
  readonly modelHash: string | null
  readonly solver: string
  readonly seed: string
  readonly threads: number
  readonly platform: string
  readonly work: number
  /** Solver expression and options that give the same answer again, whatever the clock does. */
  readonly replay: string
  readonly circuit: { readonly qubits: number; readonly depth: number; readonly shots: number } | null
}
