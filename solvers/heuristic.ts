import { driveIn, random } from '../src/run/index.ts'
import { defineSolver, Unsupported } from '../src/solver.ts'

const capabilities = { accepts: [], summary: 'the domain method that the problem brings along: the baseline' } as const

/**
 * The problem's own domain method: savings and local search for routes, greedy mRMR for features. The honest baseline,
 * and the fallback when a model would be too large to build in time. Its finds are answers; no model is built.
 */
export const heuristic = defineSolver('heuristic', capabilities, {}, async (task, run) => {
  const { heuristic: method, name } = task.problem
  if (method === null) throw new Unsupported(`problem ${name} has no domain method`)
  const job = method(random(run.seed, 'heuristic'))
  const { out, work, stop } = await driveIn(run, job, (answer) => run.offer(task.sampleOfAnswer(answer)))
  return { samples: [task.sampleOfAnswer(out)], work, stop, reads: 1 }
})
