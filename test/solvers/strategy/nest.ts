import { problemOf } from '../../../src/bare.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'
import { createRun, fakeClock, type RunOptions } from '../../../src/run/index.ts'
import { defineSolver, Unsupported } from '../../../src/solver.ts'
import { createTask, type Task } from '../../../src/task.ts'

/** minimise −2a − b + 2ab: (1,0) gives −2. */
export const qubo = quboFromCoo(2, [0, 1, 0], [0, 1, 1], [-2, -1, 2])
export const clock = fakeClock()
export const taskOfTwo = (): Task => createTask(problemOf(qubo), { clock, memoryLimitMiB: 64 }) as Task
export const runOf = (options: RunOptions = {}) => createRun({ clock, ...options })

/** A solver that always says the same point, after `spends` units of work. */
export const says = (name: string, point: readonly number[], parts: { proof?: 'optimal'; spends?: number } = {}) =>
  defineSolver(name, { accepts: ['qubo'] }, {}, async (task, run) => {
    const sample = task.sampleOf(Float64Array.from(point))
    run.offer(sample)
    return { samples: [sample], proof: parts.proof ?? null, work: parts.spends ?? 1, reads: 1 }
  })()

export const refuses = defineSolver('refuses', { accepts: [] }, {}, async () => {
  throw new Unsupported('it never takes anything')
})()

export const breaks = defineSolver('breaks', { accepts: [] }, {}, async () => {
  throw new Error('a defect')
})()

export const findsNothing = defineSolver('findsNothing', { accepts: [] }, {}, async () => ({ work: 5 }))()

/** Records the runs it was given. */
export function watcher(point: readonly number[] = [1, 0]) {
  const runs: { seed: string; work: number; left: number }[] = []
  const solver = defineSolver('watcher', { accepts: [] }, {}, async (task, run) => {
    runs.push({ seed: run.seed, work: run.work, left: run.deadline - run.clock.now() })
    return { samples: [task.sampleOf(Float64Array.from(point))], work: 10 }
  })()
  return { solver, runs }
}
