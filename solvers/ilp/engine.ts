import type { Milp } from '../../src/qubo/index.ts'
import type { Engine } from '../../src/run/index.ts'

/** What an engine is asked: a programme, the relative gap that is good enough, and work units it may spend. */
export interface Question {
  readonly milp: Milp
  readonly gap: number
  readonly work: number
}

/** A point on the way, with the engine's bound and the work counted when it was found. */
export interface Incumbent {
  readonly point: Float64Array
  readonly bound: number
  readonly work: number
}

/**
 * What an engine claims; nothing of it is believed before `judge` looked at it.
 * `stopped`: a limit was met first. `failed`: it has nothing usable, and `message` says why.
 */
export interface Claim {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'stopped' | 'failed'
  readonly point: Float64Array | null
  /** On the objective, constant included; −Infinity when the engine has none. */
  readonly bound: number
  readonly work: number
  readonly message: string
}

export type IlpEngine = Engine<Question, Claim, Incumbent>

/** A claim without a point. */
export const claim = (parts: Partial<Claim> & Pick<Claim, 'status'>): Claim => ({
  point: null,
  bound: Number.NEGATIVE_INFINITY,
  work: 0,
  message: '',
  ...parts,
})
