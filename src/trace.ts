import type { Sample } from './run/index.ts'
import type { SolveOptions } from './solve.ts'
import { compareJudged, type Judged, type Task } from './task.ts'

/** The best find so far and when each improvement came. */
export interface Incumbents<Answer> {
  offer(sample: Sample): void
  targetReached(): boolean
  best(): Judged<Answer> | null
  readonly trace: readonly (readonly [number, number])[]
}

/** Judges every offered sample in the problem's own world and keeps the improvements. */
export function watchIncumbents<Answer>(
  task: Task<Answer>,
  { target, onIncumbent }: SolveOptions<Answer>,
  elapsedMs: () => number,
): Incumbents<Answer> {
  const { sense } = task.problem
  const compare = compareJudged(sense)
  const trace: [number, number][] = []
  let best: Judged<Answer> | null = null
  let reached = false
  const offer = (sample: Sample) => {
    const judged = task.judge(sample)
    if (best !== null && compare(judged, best) >= 0) return
    best = judged
    if (!judged.feasible) return
    const afterMs = elapsedMs()
    trace.push([afterMs, judged.cost])
    reached ||= target !== undefined && (sense === 'min' ? judged.cost <= target : judged.cost >= target)
    onIncumbent?.({ answer: judged.answer, cost: judged.cost, afterMs, foundBy: sample.foundBy })
  }
  return { offer, targetReached: () => reached, best: () => best, trace }
}
