import { z } from 'zod'
import type { Milp } from '../../src/qubo/index.ts'
import { createPool } from '../../src/run/create-pool.ts'
import {
  type Pool,
  type Run,
  remainingMs,
  type Sample,
  type StopReason,
  stopReason,
  systemClock,
} from '../../src/run/index.ts'
import { defineSolver, type Sampled } from '../../src/solver.ts'
import type { Compiled, Task } from '../../src/task.ts'
import { isTiny } from './engines.ts'
import type { Standing } from './judge.ts'
import { solveMilp, type Verdict } from './solve-milp.ts'

export { ilpEngines } from './engines.ts'

const options = {
  /** `auto` takes javascript-lp-solver for tiny programmes (≤ 15 columns, ≤ 15 rows), else HiGHS. */
  engine: z.enum(['auto', 'javascript-lp-solver', 'highs']).default('auto'),
  /** The relative gap that is good enough; 0 asks for a proof. */
  gap: z.number().min(0).default(0),
}

/**
 * Integer linear programming: the model as a mixed-integer linear programme, solved by branch and bound.
 *
 * An engine cannot be cut into slices, so it runs in a worker that is ended at the deadline or the abort, its last
 * incumbent kept; without workers it runs on the calling thread, where only its own limits can end it. Under a work
 * budget HiGHS stops after a counted number of its own steps, so the run replays bit for bit; javascript-lp-solver has
 * no such limit and is then only asked about tiny programmes. Every answer is rounded, checked against every bound and
 * row and recomputed before it counts; an engine whose claim does not stand is replaced by the other one.
 * Throws UNSUPPORTED when the model has no linear form, or the chosen engine cannot keep the limits.
 */
export const ilp = defineSolver(
  'ilp',
  { accepts: ['milp'], summary: 'integer linear programming: proofs by branch and bound' },
  options,
  async (task, run, { engine, gap }): Promise<Sampled> => {
    const already = stopReason(run)
    if (already !== null) return { stop: already }
    const compiled = task.as('milp')
    const verdict = await solveMilp(
      compiled.form,
      { ...run, pool: poolFor(compiled.form, run) },
      {
        engine,
        gap,
        onFind: (found) => run.offer(sampleOf(task, compiled, found)),
      },
    )
    const best = verdict.best === null ? null : sampleOf(task, compiled, verdict.best)
    if (best !== null) run.offer(best)
    return report(verdict, best, run.targetReached() ? 'target' : verdict.stop)
  },
)

/** Shorter runs than this are over before a worker of their own has come up. */
const worthAWorkerMs = 150

/** Even a run on the calling thread gets a worker of its own for a long engine: only there can it be ended. */
function poolFor(milp: Milp, run: Run): Pool | null {
  if (run.pool !== null || run.clock !== systemClock) return run.pool
  return isTiny(milp) || remainingMs(run) < worthAWorkerMs ? null : createPool({ threads: 1 })
}

const sampleOf = (task: Task, { lift }: Compiled<'milp'>, { point }: Standing): Sample => task.sampleOf(lift(point))

/** The proof holds for the model only if the lifted point is feasible there and costs what the programme says. */
function report(verdict: Verdict, best: Sample | null, stop: StopReason): Sampled {
  const samples = best === null ? [] : [best]
  const { work, notes, proof } = verdict
  const common = { samples, work, notes, reads: samples.length }
  if (best === null) return { ...common, proof, bound: verdict.bound, stop }
  const agrees =
    best.violation === 0 &&
    Math.abs(best.energy - (verdict.best as Standing).objective) <= 1e-6 * Math.max(1, Math.abs(best.energy))
  if (proof === 'optimal' && agrees) return { ...common, proof, bound: best.energy, stop: 'finished' }
  const note =
    agrees || proof === null
      ? []
      : ['the lifted point does not cost what the programme says, so the proof is not passed on']
  return { ...common, proof: null, bound: boundBelow(verdict, best), stop, notes: [...notes, ...note] }
}

/** A bound above a feasible energy is rounding. */
function boundBelow({ bound }: Verdict, best: Sample): number | null {
  if (bound === null) return null
  return best.violation === 0 ? Math.min(bound, best.energy) : bound
}
