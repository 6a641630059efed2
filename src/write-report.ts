import { finalists } from './finalists.ts'
import type { BareForm } from './known.ts'
import { type Model, violationOf } from './model/index.ts'
import { type FormSize, formSize, hashArrays } from './qubo/index.ts'
import type { Attempt, EnergySplit, Provenance, Report, Timing } from './report.ts'
import { defaultWork, platformName, type Run, type Sample, type SampleSet } from './run/index.ts'
import type { Solver } from './solver.ts'
import { compareJudged, type Judged, type Task } from './task.ts'
import type { Incumbents } from './trace.ts'
import { version } from './version.ts'

interface Outcome<Answer> {
  readonly task: Task<Answer>
  readonly solver: Solver
  readonly run: Run
  readonly samples: SampleSet
  readonly incumbents: Incumbents<Answer>
  readonly threads: number
  readonly totalMs: number
}

/** Everything that is known after a run, judged from the input. */
export function writeReport<Answer>(outcome: Outcome<Answer>): Report<Answer> {
  const { task, incumbents } = outcome
  const judged = finalists(task, outcome.samples.samples)
  const best = chosen(task, judged, incumbents.settle(judged.map(({ sample }) => sample)))
  const samples = believed(outcome.samples, best)
  const common = commonPart({ ...outcome, samples }, best)
  if (best?.feasible) {
    const bound = samples.proof === 'optimal' ? best.cost : boundOnCost(task, samples)
    const gap = bound === null ? null : Math.abs(best.cost - bound) / Math.max(1e-9, Math.abs(best.cost))
    const status = samples.proof === 'optimal' ? 'optimal' : 'feasible'
    return { ...common, feasible: true, status, answer: best.answer, cost: best.cost, violations: [], bound, gap }
  }
  return {
    ...common,
    feasible: false,
    status: samples.proof === 'infeasible' ? 'infeasible' : 'unknown',
    attempt: best === null ? null : attemptOf(best),
    cost: null,
    violations: best?.violations ?? [],
    bound: boundOnCost(task, samples),
    gap: null,
  }
}

/** Of equally good finds the one in the final set, because that is the one that the replay line gives again. */
function chosen<Answer>(
  task: Task<Answer>,
  judged: readonly Judged<Answer>[],
  shown: Judged<Answer> | null,
): Judged<Answer> | null {
  const compare = compareJudged(task.problem.sense)
  return judged.find((one) => shown !== null && compare(one, shown) === 0) ?? shown
}

/** A proof of optimality whose bound is not the energy recomputed here is no proof. */
function believed(set: SampleSet, best: Judged<unknown> | null): SampleSet {
  const energy = best?.sample.energy ?? Number.NaN
  if (set.proof !== 'optimal' || set.bound === null || Number.isNaN(energy)) return set
  if (Math.abs(energy - set.bound) <= 1e-6 * Math.max(1, Math.abs(energy))) return set
  const note = `a proof was claimed at ${set.bound}, but the best answer is worth ${energy}: the proof is dropped`
  return { ...set, proof: null, bound: null, notes: [...set.notes, note] }
}

const attemptOf = <Answer>({ answer, sample }: Judged<Answer>): Attempt<Answer> => ({
  tried: answer,
  energy: sample.energy,
})

function boundOnCost(task: Task<unknown>, { bound }: SampleSet): number | null {
  if (bound === null) return null
  return task.problem.sense === 'min' ? bound : -bound
}

function commonPart<Answer>(outcome: Outcome<Answer>, best: Judged<Answer> | null) {
  const { task, solver, samples, incumbents } = outcome
  return {
    problem: task.problem.name,
    sense: task.problem.sense,
    solver: solver.spec,
    foundBy: best?.sample.foundBy ?? null,
    stop: samples.stop,
    energy: best === null || task.compiled.size === 0 ? null : splitEnergy(task, best),
    samples: countSamples(task, samples),
    size: sizeOf(task),
    notes: [...samples.notes, ...incumbents.notes],
    timing: timingOf(outcome),
    trace: incumbents.trace,
    provenance: provenanceOf(outcome),
  }
}

/** By the layers of the compiled Qubo where there is one, else by the model's objective and wishes. */
function splitEnergy<Answer>(task: Task<Answer>, best: Judged<Answer>): EnergySplit | null {
  const point = task.pointOf(best.sample)
  if (point === null) return null
  const { objective, ...penalties } = layersAt(task, point) ?? formAt(task, point) ?? modelAt(task.model, point)
  return { total: objective + Object.values(penalties).reduce((sum, p) => sum + p, 0), objective, penalties }
}

function layersAt(task: Task<unknown>, point: Float64Array): Record<string, number> | null {
  for (const { split, lower } of task.compiled.values()) {
    const bits = split === undefined ? null : lower(point)
    if (bits !== null) return split?.(bits) ?? null
  }
  return null
}

/** A problem that is a form has its energy and nothing to split. */
function formAt(task: Task<unknown>, point: Float64Array): Record<string, number> | null {
  return task.problem.form === undefined ? null : { objective: task.sampleOf(point).energy }
}

function modelAt(model: Model, point: Float64Array): Record<string, number> {
  const wishes = model.constraints.filter((constraint) => constraint.weight !== Number.POSITIVE_INFINITY)
  const costs = wishes.map((wish) => [wish.name, wish.weight * violationOf(wish, point) ** 2])
  return { objective: model.objective.at(point), ...Object.fromEntries(costs) }
}

function countSamples(task: Task<unknown>, { samples, reads }: SampleSet) {
  const energies = samples.map((s) => s.energy).filter((energy) => !Number.isNaN(energy))
  const taken = samples.reduce((sum, s) => sum + s.occurrences, 0)
  const feasible = samples.reduce((sum, s) => sum + (isFeasible(task, s) ? s.occurrences : 0), 0)
  const mean = energies.reduce((sum, e) => sum + e, 0) / energies.length
  const min = energies.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const max = energies.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return {
    reads: Math.max(reads, taken),
    kept: taken,
    feasible,
    energies: energies.length === 0 ? null : { min, mean, max },
  }
}

const isFeasible = (task: Task<unknown>, sample: Sample): boolean =>
  sample.answer === undefined ? sample.violation === 0 : task.judge(sample).feasible

/** Of the form that was compiled last. */
function sizeOf(task: Task<unknown>): FormSize | null {
  const form = [...task.compiled.values()].at(-1)?.form
  return form === undefined || form.kind === 'model' ? null : formSize(form)
}

function timingOf({ task: { spent }, totalMs }: Outcome<unknown>): Timing {
  const { buildMs, compileMs, reduceMs, decodeMs } = spent
  return { ...spent, solveMs: Math.max(0, totalMs - buildMs - compileMs - reduceMs - decodeMs), totalMs }
}

function provenanceOf({ task, solver, run, samples, threads }: Outcome<unknown>): Provenance {
  const model = task.built ? task.model : null
  let hash: string | null = null
  return {
    version,
    // Read by few and slow for a million products, so it is made when it is looked at.
    get modelHash() {
      return (hash ??= model === null ? hashOf(task.problem.form?.()) : modelHash(model))
    },
    solver: solver.spec,
    seed: run.seed,
    threads,
    platform: platformName(),
    work: samples.work,
    replay: `--solver '${samples.replay}' --seed ${inShell(String(run.seed))}${roomFor(samples.work)}`,
    circuit: samples.circuit ?? null,
  }
}

/** A replay needs room for the work that was done, where the default budget would cut it short. */
const roomFor = (work: number): string => (2 * work <= defaultWork ? '' : ` --work ${Math.ceil(2 * work)}`)

/** As a shell reads it back. */
const inShell = (word: string): string => (/^[\w.,:+/=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)

const hashOf = (form: BareForm | undefined): string | null =>
  form?.kind === 'qubo' || form?.kind === 'ising' ? form.hash : null

/** Equal questions, equal hash: columns, objective, constraints and structures, in order. */
export function modelHash(model: Model): string {
  const { objective: q } = model
  const rules = model.constraints.map((c) => [
    c.kind,
    c.sense,
    c.bound,
    c.weight === Number.POSITIVE_INFINITY ? 'hard' : c.weight,
    ...c.columns,
  ])
  return hashArrays(
    [
      'model',
      q.constant,
      JSON.stringify(model.domains),
      JSON.stringify(rules),
      JSON.stringify(model.structures.map((s) => [s.kind, ...s.members])),
    ],
    Float64Array.from(model.lower),
    Float64Array.from(model.upper),
    Float64Array.from(q.linearColumns),
    Float64Array.from(q.linearValues),
    Float64Array.from(q.rows),
    Float64Array.from(q.columns),
    Float64Array.from(q.values),
    ...model.constraints.map((c) => c.coefficients),
  )
}
