import { compareSamples, type Sample } from './run/index.ts'
import type { Judged, Task } from './task.ts'

/** Points judged at most, while none of them is feasible. */
const mostPoints = 16

/**
 * The samples worth judging from the input, judged: every answer, and of what may be thousands of points the best by the
 * model, down to the first that is feasible. Judging takes time that a deadline does not leave.
 */
export function finalists<Answer>(task: Task<Answer>, samples: readonly Sample[]): Judged<Answer>[] {
  const judged = samples.filter((sample) => sample.answer !== undefined).map((sample) => task.judge(sample))
  const points = samples.filter((sample) => sample.answer === undefined).sort(compareSamples)
  for (const sample of points.slice(0, mostPoints)) {
    judged.push(task.judge(sample))
    if (judged[judged.length - 1].feasible) break
  }
  return judged
}
