import { isRefusal } from '../../src/errors.ts'
import { type Run, type SampleSet, sampleSet } from '../../src/run/index.ts'
import { type Solver, Unsupported } from '../../src/solver.ts'
import type { Task } from '../../src/task.ts'
import { tightestBound, winnerOf } from './best-of.ts'
import { defineStrategy } from './define-strategy.ts'

/**
 * Runs solvers side by side. The first proof ends the race; else it ends when all have ended. The best verified answer
 * wins, ties go to the solver named first. Under a work budget every solver gets an equal share.
 */
export const race = defineStrategy({
  name: 'race',
  summary: 'race(A,B,…): side by side, the best verified answer wins',
  children: [1, Number.POSITIVE_INFINITY],
  shape: {},
  call: (...children: Solver[]) => ({ children }),
  sample: async (task, run, { children }) => {
    const finish = new AbortController()
    const shared = { ...run, work: run.work / children.length, signal: AbortSignal.any([run.signal, finish.signal]) }
    const sets = await Promise.all(children.map((child) => runner(child, task, shared, finish)))
    const ran = sets.filter((set) => set !== null)
    if (ran.length === 0)
      throw new Unsupported(`every solver of ${children.map((c) => c.spec).join(', ')} refused this task`)
    return outcome(task, children, sets, ran)
  },
})

async function runner(child: Solver, task: Task, run: Run, finish: AbortController): Promise<SampleSet | null> {
  try {
    const set = await child.sample(task, run)
    if (set.proof !== null) finish.abort()
    return set
  } catch (error) {
    if (isRefusal(error)) return null
    return sampleSet({ stop: 'failed', replay: child.spec, notes: [`${child.spec} failed: ${String(error)}`] })
  }
}

function outcome(
  task: Task,
  children: readonly Solver[],
  sets: readonly (SampleSet | null)[],
  ran: readonly SampleSet[],
): SampleSet {
  const winner = winnerOf(task, ran) as SampleSet
  const notes = children.flatMap((child, k) => {
    const set = sets[k]
    if (set === null) return [`${child.spec} refused`]
    return [`${child.spec} ${set === winner ? 'won' : 'lost'} (${set.stop})`, ...set.notes]
  })
  const work = ran.reduce((sum, set) => sum + set.work, 0)
  return { ...winner, work, bound: tightestBound(ran), notes: [...new Set(notes)] }
}
