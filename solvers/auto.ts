import { z } from 'zod'
import { isRefusal } from '../src/errors.ts'
import { type Run, remainingMs, type SampleSet, stopReason } from '../src/run/index.ts'
import { type Solver, Unsupported } from '../src/solver.ts'
import type { Task } from '../src/task.ts'
import { anneal } from './anneal.ts'
import { exact } from './exact.ts'
import { extentOf } from './extent.ts'
import { heuristic } from './heuristic.ts'
import { ilp } from './ilp/index.ts'
import { tightestBound, winnerOf } from './strategy/best-of.ts'
import { defineStrategy } from './strategy/define-strategy.ts'
import { tabu } from './tabu.ts'

/** A solver that `auto` would ask now: the share of what is left that it may use, and the reason in words. */
interface Stage {
  readonly solver: Solver
  readonly share: number
  readonly why: string
}

/**
 * Chooses by what the problem is and how much of the run is left: the domain's own method first and for as long as it
 * wants, so that `auto` is never worse than it; what remains goes to proof where proof is cheap, then to search.
 * The report's notes say what was chosen and why.
 */
export const auto = defineStrategy({
  name: 'auto',
  summary: 'chooses for you: the domain method, then proof, then search',
  children: [0, 0],
  shape: { work: z.number().positive().optional() },
  call: (options: { work?: number } = {}) => ({ children: [], options }),
  sample: async (task, run) => {
    const sets: SampleSet[] = []
    const notes: string[] = []
    let work = 0
    for (const stage of stages(task)) {
      const set = await ask(stage, task, { ...run, work: run.work - work }, notes)
      if (set === null) continue
      work += set.work
      sets.push(set)
      if (set.proof !== null || stopReason(run) !== null || work >= run.work) break
    }
    const winner = winnerOf(task, sets)
    if (winner === undefined) throw new Unsupported(`no solver takes problem ${task.problem.name}: ${notes.join('; ')}`)
    const reads = sets.reduce((sum, set) => sum + set.reads, 0)
    const stop = winner.proof === null ? (sets.at(-1) as SampleSet).stop : winner.stop
    return { ...winner, stop, work, reads, notes, bound: tightestBound(sets) }
  },
})

/** Asked lazily: later stages look at the model, which is not built while the domain method still runs. */
function* stages(task: Task): Generator<Stage> {
  if (task.problem.heuristic) yield { solver: heuristic(), share: 1, why: 'the domain has its own method' }
  yield { solver: exact(), share: 1, why: 'few enough states to look at all' }
  // Whoever cannot have the model has said so to exact, in the notes.
  if (!hasModel(task)) return
  if (smallProgramme(task)) yield { solver: ilp(), share: 0.3, why: 'a small integer programme: a proof may be cheap' }
  if (dense(task)) yield { solver: tabu(), share: 0.3, why: 'densely coupled free bits: one-flip tabu search' }
  yield { solver: anneal(), share: 1, why: 'annealing for what is left' }
}

/** False where the model is refused for its size or the time left. */
function hasModel(task: Task): boolean {
  try {
    extentOf(task)
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

/** Dense products of bits linearise badly (their relaxation is weak), so only sparse small models are worth a proof. */
function smallProgramme(task: Task): boolean {
  const { variables, products } = extentOf(task)
  return variables <= 400 && products <= 3 * variables && products <= 150
}

/**
 * Tabu search sees the whole neighbourhood, which pays where a flip changes much of it; on sparse graphs annealing is ahead
 * (measured at 3 s: bqp500-1 35 ms against 207 ms to the best known; G14 3040 against 3063, G55 9977 against 10285).
 */
function dense(task: Task): boolean {
  const { variables, products, free } = extentOf(task)
  return free && products >= (0.05 * variables * (variables - 1)) / 2
}

async function ask({ solver, share, why }: Stage, task: Task, run: Run, notes: string[]): Promise<SampleSet | null> {
  try {
    const deadline = share === 1 ? run.deadline : run.clock.now() + remainingMs(run) * share
    const set = await solver.sample(task, { ...run, deadline, work: run.work * share })
    notes.push(`${solver.name} (${why}): ${set.proof ?? set.stop}`, ...set.notes)
    return set
  } catch (error) {
    if (!isRefusal(error)) throw error
    notes.push(`${solver.name} not used: ${error.what}`)
    return null
  }
}
