import type { Model } from '../model/index.ts'
import type { FormKind, Ising, Milp, Point, Qubo, Structure } from '../qubo/index.ts'
import type { Layer } from './layers.ts'
import type { IntegerEncoding } from './memory.ts'
import type { Pairs } from './stack.ts'
import { compileIsing } from './to-ising.ts'
import { compileMilp } from './to-milp.ts'
import { compileQubo } from './to-qubo.ts'

export { atMostOne } from './at-most-one.ts'
export { integerBinary } from './integer-binary.ts'
export { integerDomainWall } from './integer-domain-wall.ts'
export { integerOneHot } from './integer-one-hot.ts'
export type { Layer } from './layers.ts'
export type { IntegerEncoding } from './memory.ts'
export { oneHot } from './one-hot.ts'
export { slack } from './slack.ts'
export { spinToBit } from './spin-to-bit.ts'
export { linearEquality } from './squared.ts'
export type { Pairs } from './stack.ts'
export { toIsing } from './to-ising.ts'
export { toMilp } from './to-milp.ts'
export { toQubo } from './to-qubo.ts'
export { twoBits } from './two-bits.ts'

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
  /** What the penalty is multiplied by; 0 when the solver keeps the structure itself. */
  readonly weight: number
  /** The smallest penalty (before weighting) of a violating point. */
  readonly smallestViolation: number
  /** Bounds on the objective: over feasible points from above, over all points from below. */
  readonly upper: number
  readonly lower: number
  /** `bounds`: every infeasible point is above every feasible one. `repair`: every infeasible point has a cheaper neighbour nearer to feasibility. `held`: no penalty. */
  readonly method: 'bounds' | 'repair' | 'held'
  readonly why: string
}

export interface CompileOptions {
  /** Structures the solver keeps itself: they stay in `groups` and get no penalty. */
  readonly native: readonly Structure[]
  readonly memoryLimitMiB: number
  /** Milliseconds left; a form that takes longer is not begun. Infinity when not given. */
  readonly leftMs?: number
  /** How integers become bits; binary by default. */
  readonly integers?: IntegerEncoding
}

export interface CompiledModel<K extends FormKind> {
  readonly form: FormOf[K]
  readonly lift: (point: Point<FormOf[K]>) => Float64Array
  readonly lower: (point: Float64Array) => Point<FormOf[K]> | null
  readonly certificates: readonly Certificate[]
  /** A Qubo's energy as named, weighted layers: the objective and each constraint's penalty. */
  readonly layers?: readonly Layer[]
  /** The pairs that the layers' `pairIndex` numbers. */
  readonly pairs?: Pairs
  /** The same Qubo with other weights for the named layers; nothing is compiled again. */
  readonly weigh?: (weights: Readonly<Record<string, number>>) => Qubo
  /** The energy at a point of bits, split by layer name. */
  readonly split?: (point: ArrayLike<number>) => Record<string, number>
}

type Compilers = { readonly [K in FormKind]: (model: Model, options: CompileOptions) => CompiledModel<K> }

const compilers: Compilers = {
  model: (model) => ({ form: model, lift: (point) => point, lower: (point) => point, certificates: [] }),
  qubo: compileQubo,
  ising: compileIsing,
  milp: compileMilp,
}

/** The model as the form a solver wants, with the way back (`lift`), the way down (`lower`) and why the penalties suffice. */
export function compileModel<K extends FormKind>(model: Model, kind: K, options: CompileOptions): CompiledModel<K> {
  return compilers[kind](model, options)
}
