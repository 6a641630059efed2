import { compareSamples, type Sample } from './run/index.ts'
import type { SolveOptions } from './solve.ts'
import { compareJudged, type Judged, type Task } from './task.ts'

/** The best find so far and when each improvement came. */
export interface Incumbents<Answer> {
  offer(sample: Sample): void
  targetReached(): boolean
  /** The best find, after judging what waits and these finalists. */
  settle(finalists?: readonly Sample[]): Judged<Answer> | null
  readonly trace: readonly (readonly [number, number])[]
  /** What went wrong outside the solvers. */
  readonly notes: readonly string[]
}

/** At most this share of a run is spent on judging finds while it lasts. */
const judgingShare = 0.1

/**
 * Judges offered samples in the problem's own world and keeps the improvements. When finds come faster than they can be
 * judged in a small share of the time, the best that each solver showed since waits.
 */
export function watchIncumbents<Answer>(
  task: Task<Answer>,
  { target, onIncumbent }: SolveOptions<Answer>,
  elapsedMs: () => number,
): Incumbents<Answer> {
  const { sense } = task.problem
  const compare = compareJudged(sense)
  const trace: [number, number][] = []
  const waiting = new Map<string, { sample: Sample; afterMs: number }>()
  let best: Judged<Answer> | null = null
  let reached = false
  let restUntilMs = 0
  const notes: string[] = []
  const tell = (found: Parameters<NonNullable<typeof onIncumbent>>[0]) => {
    try {
      onIncumbent?.(found)
    } catch (error) {
      if (notes.length === 0) notes.push(`onIncumbent threw and the search went on: ${String(error)}`)
    }
  }
  const judge = (sample: Sample, afterMs: number) => {
    const judged = task.judge(sample)
    if (best !== null && compare(judged, best) >= 0) return
    best = judged
    if (!judged.feasible) return
    trace.push([afterMs, judged.cost])
    reached ||= target !== undefined && (sense === 'min' ? judged.cost <= target : judged.cost >= target)
    tell({ answer: judged.answer, cost: judged.cost, afterMs, foundBy: sample.foundBy })
  }
  const judgeWaiting = () => {
    const startedAt = elapsedMs()
    const finds = [...waiting.values()]
    waiting.clear()
    for (const { sample, afterMs } of finds) judge(sample, afterMs)
    restUntilMs = elapsedMs() + (elapsedMs() - startedAt) / judgingShare
  }
  const offer = (sample: Sample) => {
    const before = waiting.get(sample.foundBy)
    if (before === undefined || !isBetter(before.sample, sample))
      waiting.set(sample.foundBy, { sample, afterMs: elapsedMs() })
    if (target !== undefined || elapsedMs() >= restUntilMs) judgeWaiting()
  }
  const settle = (finalists: readonly Sample[] = []) => {
    judgeWaiting()
    for (const sample of finalists) judge(sample, elapsedMs())
    return best
  }
  return { offer, targetReached: () => reached, settle, trace, notes }
}

/** Of two finds of one solver; answers without energies are taken to come in the order of improvement. */
const isBetter = (a: Sample, b: Sample): boolean => compareSamples(a, b) < 0
