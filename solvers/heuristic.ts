import { driveIn, random, type Sample, type SampleSet } from '../src/run/index.ts'
import { defineSolver, Unsupported } from '../src/solver.ts'
import type { Task } from '../src/task.ts'

const capabilities = { accepts: [], summary: 'the domain method that the problem brings along: the baseline' } as const

/**
 * The problem's own domain method: savings and local search for routes, greedy mRMR for features. The honest baseline,
 * and the fallback when a model would be too large to build in time. Its finds are answers; no model is built.
 */
export const heuristic = defineSolver('heuristic', capabilities, {}, async (task, run) => {
  const { heuristic: method, name } = task.problem
  if (method === null) throw new Unsupported(`problem ${name} has no domain method`)
  const job = method(random(run.seed, 'heuristic'))
  const { out, work, stop, bound } = await driveIn(run, job, (answer) => run.offer(task.sampleOfAnswer(answer)))
  const sample = task.sampleOfAnswer(out)
  const proof = bound === null ? null : provenBy(task, sample, bound)
  const energy = bound === null || task.problem.sense === 'min' ? bound : -bound
  return {
    samples: [sample],
    work,
    stop: proof === null ? stop : 'finished',
    reads: 1,
    proof,
    bound: proof === 'infeasible' ? null : energy,
  }
})

/** A bound that no cost can meet says that there is no answer; one that the answer meets, that there is no better one. */
function provenBy(task: Task, sample: Sample, bound: number): SampleSet['proof'] {
  const { sense } = task.problem
  if (bound === (sense === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)) return 'infeasible'
  return meets(task, sample, bound) ? 'optimal' : null
}

/** Whether the answer costs what the method proved that no answer can beat. */
function meets(task: Task, sample: Sample, bound: number): boolean {
  const { feasible, cost } = task.judge(sample)
  return feasible && Math.abs(cost - bound) <= 1e-9 * Math.abs(cost)
}
