import { isRefusal } from '../../src/errors.ts'
import { type Run, remainingMs, type SampleSet, stopReason } from '../../src/run/index.ts'
import { type Solver, Unsupported } from '../../src/solver.ts'
import type { Task } from '../../src/task.ts'
import { tightestBound, winnerOf } from './best-of.ts'

/** A solver that is asked when its turn comes: the share of what is left that it may use, and the reason in words. */
export interface Stage {
  readonly solver: Solver
  readonly share: number
  /** Work units at most. */
  readonly work?: number
  readonly why: string
}

/**
 * Asks one solver after the other until one proves its answer or nothing is left; the best verified answer wins. Whoever
 * refuses is passed over. The notes say who was asked, why, and how it ended.
 * @throws Unsupported when everybody refused.
 */
export async function askInTurn(task: Task, run: Run, stages: Iterable<Stage>): Promise<Partial<SampleSet>> {
  const sets: SampleSet[] = []
  const notes: string[] = []
  let work = 0
  for (const stage of stages) {
    const set = await ask(stage, task, { ...run, work: run.work - work }, notes)
    if (set === null) continue
    work += set.work
    sets.push(set)
    if (set.proof !== null || stopReason(run) !== null || work >= run.work) break
  }
  const winner = winnerOf(task, sets)
  if (winner === undefined) throw new Unsupported(`no solver takes problem ${task.problem.name}: ${notes.join('; ')}`)
  const reads = sets.reduce((sum, set) => sum + set.reads, 0)
  const stop = winner.proof === null ? (sets.at(-1) as SampleSet).stop : winner.stop
  return { ...winner, stop, work, reads, notes, bound: tightestBound(sets) }
}

async function ask(
  { solver, share, work = Number.POSITIVE_INFINITY, why }: Stage,
  task: Task,
  run: Run,
  notes: string[],
): Promise<SampleSet | null> {
  try {
    const deadline = share === 1 ? run.deadline : run.clock.now() + remainingMs(run) * share
    const set = await solver.sample(task, { ...run, deadline, work: Math.min(work, run.work * share) })
    notes.push(`${solver.name} (${why}): ${set.proof ?? set.stop}`, ...set.notes)
    return set
  } catch (error) {
    if (!isRefusal(error)) throw error
    notes.push(`${solver.name} not used: ${error.what}`)
    return null
  }
}
