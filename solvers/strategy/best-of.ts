import { finalists } from '../../src/finalists.ts'
import type { SampleSet } from '../../src/run/index.ts'
import { compareJudged, type Judged, type Task } from '../../src/task.ts'

/** The set's best sample, judged from the input; null when it is empty. */
export function bestOf(task: Task, set: SampleSet): Judged<unknown> | null {
  const compare = compareJudged(task.problem.sense)
  return finalists(task, set.samples).reduce<Judged<unknown> | null>(
    (best, j) => (best === null || compare(j, best) < 0 ? j : best),
    null,
  )
}

/** The set that holds the best answer; ties go to the earlier. A set with a proof wins at once. */
export function winnerOf(task: Task, sets: readonly SampleSet[]): SampleSet | undefined {
  const proven = sets.find((set) => set.proof !== null)
  if (proven) return proven
  const compare = compareJudged(task.problem.sense)
  let winner: { set: SampleSet; best: Judged<unknown> } | undefined
  for (const set of sets) {
    const best = bestOf(task, set)
    if (best !== null && (winner === undefined || compare(best, winner.best) < 0)) winner = { set, best }
  }
  return winner?.set ?? sets[0]
}

/** The tightest lower bound that any of them found. */
export function tightestBound(sets: readonly SampleSet[]): number | null {
  return sets.reduce<number | null>(
    (best, { bound }) => (bound === null ? best : best === null ? bound : Math.max(best, bound)),
    null,
  )
}
