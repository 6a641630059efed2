import { Unsupported } from '../errors.ts'
import type { Model } from '../model/index.ts'
import type { FormKind, Ising, Milp, Point, Qubo, Structure } from '../qubo/index.ts'

/** Which form each kind names. */
export interface FormOf {
  model: Model
  qubo: Qubo
  ising: Ising
  milp: Milp
}

/** Why a constraint's penalty is large enough. */
export interface Certificate {
  readonly constraint: string
  readonly weight: number
  /** The smallest penalty (before weighting) of a violating point. */
  readonly smallestViolation: number
  /** Bounds on the objective: over feasible points from above, over all points from below. */
  readonly upper: number
  readonly lower: number
  readonly method: string
  readonly why: string
}

export interface CompileOptions {
  readonly native: readonly Structure[]
  readonly memoryLimitMiB: number
}

export interface CompiledModel<K extends FormKind> {
  readonly form: FormOf[K]
  readonly lift: (point: Point<FormOf[K]>) => Float64Array
  readonly lower: (point: Float64Array) => Point<FormOf[K]> | null
  readonly certificates: readonly Certificate[]
}

export function compileModel<K extends FormKind>(_model: Model, kind: K, _options: CompileOptions): CompiledModel<K> {
  throw new Unsupported(`the form ${kind} is not known`)
}
