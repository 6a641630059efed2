import type { StopReason } from './job.ts'

/**
 * A computation that cannot be cut into slices (a foreign library). It watches `stop` where the library lets it,
 * and shows finds on the way, so that something is left when it has to be terminated.
 */
export interface Engine<Input, Out, Find = never> {
  readonly name: string
  solve(input: Input, watch: EngineWatch<Find>): Promise<Out>
}

export interface EngineWatch<Find> {
  readonly stop: () => StopReason | null
  /** Milliseconds left, Infinity without a deadline. */
  readonly remainingMs: () => number
  readonly onFind: (find: Find) => void
}

/** `out` is null when the engine was terminated or crashed; `failure` says how it crashed. */
export interface EngineResult<Out> {
  readonly out: Out | null
  readonly stop: StopReason
  readonly failure: string | null
}
