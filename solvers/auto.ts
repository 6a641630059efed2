import { z } from 'zod'
import { anneal } from './anneal.ts'
import { exact } from './exact.ts'
import { heuristic } from './heuristic.ts'
import { ilp } from './ilp/index.ts'
import { defineStrategy } from './strategy/define-strategy.ts'
import { suitedStages } from './strategy/portfolio.ts'
import { askInTurn } from './strategy/stages.ts'
import { tabu } from './tabu.ts'

const all = [heuristic, exact, ilp, tabu, anneal]

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
  sample: (task, run) =>
    askInTurn(
      task,
      run,
      suitedStages(
        task,
        all.map((solver) => solver()),
      ),
    ),
})
