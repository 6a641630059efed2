import { isRefusal } from '../../src/errors.ts'
import { type Run, remainingMs, type SampleSet, sampleSet, stopReason } from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'
import type { Task } from '../../src/task.ts'
import { bestOf, winnerOf } from './best-of.ts'
import { defineStrategy } from './define-strategy.ts'

/** The part of what is left that a solver may use while another one stands behind it. */
const share = 0.8

/**
 * Asks the first solver; when it refuses, fails or finds nothing feasible, the next. A solver with others behind it may
 * use four fifths of the time and work that are left, so that the last always gets its turn.
 */
export const fallback = defineStrategy({
  name: 'fallback',
  summary: 'fallback(A,B,…): the next one when one refuses, fails or finds nothing',
  children: [1, Number.POSITIVE_INFINITY],
  shape: {},
  call: (...children: Solver[]) => ({ children }),
  sample: async (task, run, { children }) => {
    const sets: SampleSet[] = []
    const notes: string[] = []
    let work = 0
    for (const [k, child] of children.entries()) {
      const set = await attempt(child, task, shareOf({ ...run, work: run.work - work }, k === children.length - 1))
      work += set.work
      sets.push(set)
      if (bestOf(task, set)?.feasible || set.proof === 'infeasible')
        return { ...set, work, notes: [...notes, ...set.notes, `${child.spec} answered`] }
      notes.push(...set.notes, `${child.spec} gave no feasible answer (${set.stop})`)
      if (run.signal.aborted || stopReason(run) === 'target') break
    }
    const winner = winnerOf(task, sets) as SampleSet
    return { ...winner, stop: stopReason(run) ?? winner.stop, work, notes }
  },
})

function shareOf(run: Run, last: boolean): Run {
  if (last) return run
  return { ...run, work: run.work * share, deadline: run.clock.now() + remainingMs(run) * share }
}

async function attempt(child: Solver, task: Task, run: Run): Promise<SampleSet> {
  try {
    return await child.sample(task, run)
  } catch (error) {
    const said = isRefusal(error) ? `refused: ${error.what}` : `failed: ${String(error)}`
    return sampleSet({ stop: 'failed', replay: child.spec, notes: [`${child.spec} ${said}`] })
  }
}
