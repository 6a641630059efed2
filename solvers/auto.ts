import { z } from 'zod'
import type { Task } from '../src/task.ts'
import { anneal } from './anneal.ts'
import { exact } from './exact.ts'
import { heuristic } from './heuristic.ts'
import { ilp } from './ilp/index.ts'
import { defineStrategy } from './strategy/define-strategy.ts'
import { suitedStages } from './strategy/portfolio.ts'
import { askInTurn, type Stage } from './strategy/stages.ts'
import { tabu } from './tabu.ts'

const all = [heuristic, exact, ilp, tabu, anneal]

/** A model of so few terms is built, and its states are looked at within so much work, before anything else is asked. */
const toy = { terms: 1000, work: 1e6 } as const

function* stages(task: Task): Generator<Stage> {
  const terms = task.problem.terms?.() ?? Number.POSITIVE_INFINITY
  if (terms <= toy.terms) yield { solver: exact(), share: 1, work: toy.work, why: 'so few states that all come first' }
  yield* suitedStages(
    task,
    all.map((solver) => solver()),
  )
}

/**
 * Chooses by what the problem is and how much of the run is left. A handful of states is looked at first. Else the domain's
 * own method comes first and for as long as it wants, so that `auto` is never worse than it; what remains goes to proof where
 * proof is cheap, then to search.
 * The report's notes say what was chosen and why.
 */
export const auto = defineStrategy({
  name: 'auto',
  summary: 'chooses for you: the domain method, then proof, then search',
  children: [0, 0],
  shape: { work: z.number().positive().optional() },
  call: (options: { work?: number } = {}) => ({ children: [], options }),
  sample: (task, run) => askInTurn(task, run, stages(task)),
})
