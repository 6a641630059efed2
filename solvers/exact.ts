import { z } from 'zod'
import {
  disjoint,
  type ExhaustOut,
  type ExhaustTree,
  exhaust,
  exhaustJobs,
  exhaustTree,
  log2States,
  nativeGroups,
} from '../src/kernel/index.ts'
import type { Qubo } from '../src/qubo/index.ts'
import { type Run, remainingMs, runInOrder, type Sample } from '../src/run/index.ts'
import { defineSolver, Unsupported } from '../src/solver.ts'
import type { Compiled, Task } from '../src/task.ts'
import { requireMemory } from './memory.ts'

/** More states than this are refused: about four seconds on one thread. */
const mostBits = 32
const branches = 64
const nsPerWork = 10

/** What every solver knows; named here because it changes what is refused. */
const options = { work: z.number().nonnegative().optional() }

const capabilities = { accepts: ['qubo'], summary: 'every state in turn: proves the best one optimal' } as const

/**
 * Looks at every state and proves the best one optimal (the first of the best, in the order of the tree), or that no
 * feasible one exists. One-hot groups, subsets and permutations are enumerated as such: n! tours
 * instead of 2^(n²) states, n over k subsets instead of 2^n.
 *
 * About a nanosecond per state of free bits; energies of integer models are exact. Refuses more than 2³² states, and
 * whatever the run's work, time or memory could not hold. Stopped early, or with a smaller `work` of its own, it returns
 * the best so far, without a proof.
 */
export const exact = defineSolver('exact', capabilities, options, async (task, run, { work: cap }) => {
  const { form, lift } = enumerable(task)
  const bits = refuseTooMany(form, run)
  const tree = exhaustTree(form)
  const jobs = exhaustJobs(tree, branches)
  const needed = jobs.reduce((sum, job) => sum + job.work, 0)
  // Whoever gives this very solver a smaller budget knows what he does: a replay line names the work that was done.
  if (cap === undefined) refuseTooLong(needed, bits, run)
  let best: { energy: number; sample: Sample } | null = null
  let complete = 0
  const { work, stop } = await runInOrder(exhaust, jobs, run, (out) => {
    if (out.complete) complete++
    if (out.point === null || (best !== null && out.energy >= best.energy)) return
    best = { energy: out.energy, sample: task.sampleOf(lift(pointOf(tree, out.point))) }
    run.offer(best.sample)
  })
  const sample = (best as { sample: Sample } | null)?.sample ?? null
  const seen = complete === jobs.length
  const proof = !seen ? null : sample !== null && sample.violation === 0 ? 'optimal' : 'infeasible'
  return {
    samples: sample === null ? [] : [sample],
    stop: seen ? 'finished' : stop,
    proof,
    bound: proof === 'optimal' && sample !== null ? sample.energy : null,
    work,
    reads: 1,
    notes: [`exact: ${seen ? '' : `${complete} of ${jobs.length} parts of `}${statesOf(bits)} enumerated`],
  }
})

/** The form with structures left to the enumeration; without them when two share a variable. */
function enumerable(task: Task): Compiled<'qubo'> {
  const structured = task.as('qubo', ['one-hot', 'permutation', 'subset'])
  return disjoint(nativeGroups(structured.form)) ? structured : task.as('qubo')
}

/** log₂ of the number of states, if they may be enumerated. */
function refuseTooMany(form: Qubo, run: Run): number {
  const groups = nativeGroups(form)
  const bits = log2States(form.size - groups.reduce((sum, g) => sum + g.members.length, 0), groups)
  if (bits > mostBits)
    throw new Unsupported(`exact would enumerate 2^${bits.toFixed(1)} states and stops at 2^${mostBits}`)
  const bytes = 8 * form.size * form.size * (2 + branches / 32)
  requireMemory('exact', form.size, form.column.length / 2, bytes / (run.pool?.threads ?? 1), run)
  return bits
}

/** Numbers that one reads at a glance are written out. */
const statesOf = (bits: number): string =>
  bits < 20 ? `${Math.round(2 ** bits)} states` : `2^${bits.toFixed(1)} states`

function refuseTooLong(work: number, bits: number, run: Run): void {
  const states = statesOf(bits)
  if (work > run.work)
    throw new Unsupported(`exact needs ${work} units of work for ${states}, the budget is ${run.work}`)
  const ms = (work * nsPerWork) / 1e6 / (run.pool?.threads ?? 1)
  const left = remainingMs(run)
  if (ms > left)
    throw new Unsupported(`exact needs about ${Math.ceil(ms)} ms for ${states}, ${Math.floor(left)} are left`)
}

function pointOf(tree: ExhaustTree, byTree: NonNullable<ExhaustOut['point']>): Int8Array {
  const point = new Int8Array(tree.size)
  tree.variable.forEach((v, k) => {
    point[v] = byTree[k]
  })
  return point
}
