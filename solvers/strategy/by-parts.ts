import { z } from 'zod'
import { isRefusal } from '../../src/errors.ts'
import type { Parts } from '../../src/problem.ts'
import { type FormSize, formSize } from '../../src/qubo/index.ts'
import {
  driveIn,
  endingWithin,
  type Job,
  type JobResult,
  type Run,
  random,
  remainingMs,
  type SampleSet,
} from '../../src/run/index.ts'
import { type Solver, Unsupported } from '../../src/solver.ts'
import { createTask, type Task } from '../../src/task.ts'
import { heuristic } from '../heuristic.ts'
import { bestOf } from './best-of.ts'
import { defineStrategy } from './define-strategy.ts'

/** The part of what is left that the question how to fall apart may take. */
const splitShare = 0.3

/**
 * Solves a problem as its own domain says it falls apart (routes → one tour per cluster) and merges the answers.
 * Falling apart may take up to 3/10 of the run; then parts are solved in order, each with an equal share of what is
 * left; a part that the solver refuses goes to the part's own method. A replay of a run that the clock ended names the work of falling apart (`split`) and a solver for every part.
 */
export const byParts = defineStrategy({
  name: 'byParts',
  summary: 'byParts(SOLVER): solves the parts that the problem names, then merges',
  children: [1, Number.POSITIVE_INFINITY],
  shape: { split: z.number().nonnegative().optional() },
  call: (solver: Solver) => ({ children: [solver] }),
  sample: async (task, run, { children, options }) => {
    if (task.problem.parts === null)
      throw new Unsupported(`problem ${task.problem.name} does not say how it falls apart`)
    const split = await fallApart(task.problem.parts(random(run.seed, 'parts')), run, options.split)
    const { parts, merge } = split.out
    const tasks = parts.map((part) => createTask(part, run))
    if (children.length > 1 && children.length !== tasks.length)
      throw new Unsupported(`byParts was given ${children.length} solvers for ${tasks.length} parts`)
    const solved = await solveParts(tasks, children, { ...run, work: run.work - split.work })
    const whole = {
      ...task.sampleOfAnswer(merge(solved.map((part) => part.answer))),
      // Where a part fell back on its own method, the report says so.
      foundBy: [...new Set(solved.map((part) => part.foundBy))].join('+') || children[0].name,
    }
    run.offer(whole)
    const works = solved.map((part) => part.set.work)
    const stopped = solved.map((part) => part.set.stop).find((stop) => stop !== 'finished')
    const named = [
      ...(solved.some((part) => part.set.replay !== children[0].spec)
        ? solved.map((part) => part.set.replay)
        : [children[0].spec]),
      ...(split.stop === 'finished' ? [] : [`split=${split.work}`]),
    ]
    return {
      samples: [whole],
      stop: stopped ?? 'finished',
      work: works.reduce((sum, w) => sum + w, split.work),
      reads: solved.reduce((sum, part) => sum + part.set.reads, 0),
      notes: [`parts: ${parts.length}`, ...notesOf(solved)],
      replay: `byParts(${named.join(',')})`,
    }
  },
})

function fallApart(job: Job<Parts<unknown>>, run: Run, given: number | undefined): Promise<JobResult<Parts<unknown>>> {
  const work = given ?? run.work * splitShare
  return driveIn(
    endingWithin(run, given === undefined ? remainingMs(run) * splitShare : remainingMs(run)),
    job,
    undefined,
    work,
  )
}

interface SolvedPart {
  readonly answer: unknown
  readonly foundBy: string
  readonly set: SampleSet
  readonly size: FormSize | null
}

async function solveParts(tasks: readonly Task[], solvers: readonly Solver[], run: Run): Promise<SolvedPart[]> {
  const solved: SolvedPart[] = []
  let work = 0
  for (const [k, task] of tasks.entries()) {
    const left = tasks.length - k
    const share = (run.work - work) / left
    const solver = solvers[k] ?? solvers[0]
    const set = await answered(solver, task, {
      ...run,
      seed: `${run.seed}/part ${k}`,
      work: share,
      deadline: run.clock.now() + remainingMs(run) / left,
      offer: () => {},
      targetReached: () => false,
    })
    work += set.work
    const best = bestOf(task, set)
    if (best === null) throw new Unsupported(`${solver.spec} gave no answer for part ${k + 1} of ${tasks.length}`)
    solved.push({ answer: best.answer, foundBy: best.sample.foundBy, set, size: sizeOf(task) })
  }
  return solved
}

/** By the solver, or where that refuses or finds nothing (so late that no model can be built), by the part's own method. */
async function answered(solver: Solver, task: Task, run: Run): Promise<SampleSet> {
  const set = await solver.sample(task, run).catch((error: unknown) => {
    if (!isRefusal(error) || task.problem.heuristic === null) throw error
    return null
  })
  if (set !== null && (set.samples.length > 0 || task.problem.heuristic === null)) return set
  return heuristic().sample(task, { ...run, work: run.work - (set?.work ?? 0) })
}

/** Of the form that the part's solver worked on; null when it needed none. */
function sizeOf(task: Task): FormSize | null {
  const last = [...task.compiled.values()].at(-1)?.form
  return last === undefined || last.kind === 'model' ? null : formSize(last)
}

function notesOf(solved: readonly SolvedPart[]): string[] {
  const samples = solved.flatMap((part) => part.set.samples)
  const feasible = samples.filter((s) => s.violation === 0).length
  return [
    ...modelNote(solved.flatMap((part) => part.size ?? [])),
    `samples of all parts: ${samples.length}, feasible ${feasible}`,
    ...new Set(solved.flatMap((part) => part.set.notes)),
  ]
}

function modelNote(sizes: readonly FormSize[]): string[] {
  if (sizes.length === 0) return []
  const variables = sizes.map((size) => size.variables)
  const couplings = sizes.reduce((sum, size) => sum + size.couplings, 0)
  const range = Math.max(...sizes.map((size) => size.coefficientRange))
  const span = `${Math.min(...variables)} to ${Math.max(...variables)} variables`
  return [`models of ${span}, ${couplings} couplings in all, coefficient range at most ${Number(range.toPrecision(3))}`]
}
