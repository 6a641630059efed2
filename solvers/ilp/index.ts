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
import { defineSolver, type Sampled, Unsupported } from '../../src/solver.ts'
import type { Compiled, Task } from '../../src/task.ts'
import { extentOf } from '../extent.ts'
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
    refuseToBegin(task, run)
    const compiled = task.as('milp')
    const { milp, scale, isClear } = scaled(compiled.form)
    const verdict = await solveMilp(
      milp,
      { ...run, pool: poolFor(compiled.form, run) },
      {
        engine,
        gap,
        onFind: (found) => run.offer(sampleOf(task, compiled, found)),
      },
    )
    const best = verdict.best === null ? null : sampleOf(task, compiled, verdict.best)
    if (best !== null) run.offer(best)
    const stop = run.targetReached() ? 'target' : verdict.stop
    return report(isClear ? unscaled(verdict, scale) : unproven(verdict), best, stop)
  },
)

/** Engines take differences below 1e-6 for none. */
const clear = 1e-5

/**
 * The programme with its objective times a power of two, so that coefficients all below 1 are not lost in an engine's
 * tolerances; clear when the smallest coefficient stands out of them.
 */
function scaled(milp: Milp): { milp: Milp; scale: number; isClear: boolean } {
  let largest = 0
  let smallest = Number.POSITIVE_INFINITY
  for (const coefficient of milp.objective) {
    const size = Math.abs(coefficient)
    if (size > largest) largest = size
    if (size > 0 && size < smallest) smallest = size
  }
  let scale = 1
  while (largest > 0 && largest * scale < 1) scale *= 2
  if (scale > 1) scale *= 1024
  const isClear =
    (largest === 0 || (smallest * scale >= clear && smallest >= largest * 2 ** -50)) &&
    milp.value.every((coefficient) => isHeard(Math.abs(coefficient)))
  if (scale === 1) return { milp, scale, isClear }
  const objective = milp.objective.map((coefficient) => coefficient * scale)
  return { milp: { ...milp, objective, constant: milp.constant * scale }, scale, isClear }
}

/** A coefficient of a row below the tolerance of rows lets columns in, or keeps them out, as an engine likes. */
const isHeard = (size: number): boolean => size === 0 || (size >= clear && size <= 1 / clear ** 2)

function unscaled(verdict: Verdict, scale: number): Verdict {
  const best = verdict.best && { ...verdict.best, objective: verdict.best.objective / scale }
  return { ...verdict, best, bound: verdict.bound === null ? null : verdict.bound / scale }
}

/** What an engine cannot tell apart it cannot prove, infeasibility included. */
function unproven(verdict: Verdict): Verdict {
  const note = 'the smallest coefficients vanish in the tolerance of the engine, so no proof and no bound are passed on'
  return { ...verdict, proof: null, bound: null, notes: [...verdict.notes, note] }
}

/** Shorter runs than this are over before a worker of their own has come up. */
const worthAWorkerMs = 150

/** Columns and rows of which the engine's steps are short enough to wait for on the calling thread. */
const inHandAtMost = 1000

/** Even a run on the calling thread gets a worker of its own for a long engine: only there can it be ended. */
function poolFor(milp: Milp, run: Run): Pool | null {
  if (run.pool !== null || run.clock !== systemClock) return run.pool
  const inHand = isTiny(milp) || (remainingMs(run) < worthAWorkerMs && milp.size + milp.rows <= inHandAtMost)
  return inHand ? null : createPool({ threads: 1 })
}

/** Milliseconds for each product of the objective to become a column and its rows: measured, rounded up. */
const msPerProduct = 1e-3

function refuseToBegin(task: Task, run: Run): void {
  const { products } = extentOf(task)
  if (products * msPerProduct <= remainingMs(run)) return
  throw new Unsupported(
    `linearising ${products} products would take longer than the ${Math.round(remainingMs(run))} ms left`,
  )
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
