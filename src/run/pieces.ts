import type { Step } from './job.ts'

/** A computation cut into small pieces: it yields the work of each and returns what it computed. */
export type Pieces<Out> = Generator<number, Out, void>

/** All pieces in one go. */
export function atOnce<Out>(pieces: Pieces<Out>): Out {
  for (let state = pieces.next(); ; state = pieces.next()) if (state.done) return state.value
}

/** What was prepared, the work not yet reported, and how much may be done before it is. */
export interface Prepared<Out> {
  readonly out: Out
  readonly work: number
  readonly allowance: number
}

/** How a job prepares itself within its allowance: `yield* prepared(…)`. Null when it was told to stop on the way. */
export function* prepared<Out>(
  pieces: Pieces<Out>,
  allowance: number,
): Generator<Step<never>, Prepared<Out> | null, number> {
  let left = allowance
  let work = 0
  for (let state = pieces.next(); ; state = pieces.next()) {
    if (state.done) return { out: state.value, work, allowance: left }
    work += state.value
    if (work < left) continue
    left = yield { work }
    if (left === 0) return null
    work = 0
  }
}
