import type { Solver } from '../../src/solver.ts'
import type { Task } from '../../src/task.ts'
import { defineStrategy } from './define-strategy.ts'
import { askInTurn, type Stage } from './stages.ts'
import { suitability } from './suitability.ts'

/**
 * Chooses among its solvers by features of the instance (Rice 1976, "The algorithm selection problem"): whether the domain
 * has its own method, how many states there are, size and density of the model, whether rules bind it. The suited ones are
 * asked first, in the order of the table in suitability.ts and with its shares; then the others, in the order given, for as
 * long as there is something left. The best verified answer wins, and the notes say who was chosen and why.
 *
 * `auto` is the portfolio of all. From the package's root it is exported as `portfolioOf`, because `portfolio` is a problem.
 */
export const portfolio = defineStrategy({
  name: 'portfolio',
  summary: 'portfolio(A,B,…): the ones that suit the instance first',
  children: [1, Number.POSITIVE_INFINITY],
  shape: {},
  call: (...children: Solver[]) => ({ children }),
  sample: (task, run, { children }) => askInTurn(task, run, everyone(task, children)),
})

/** Lazily: later stages look at the model, which is not built while the domain method still runs. */
export function* suitedStages(task: Task, solvers: readonly Solver[]): Generator<Stage> {
  for (const [name, suits] of Object.entries(suitability)) {
    for (const solver of solvers.filter((s) => s.name === name)) {
      const merit = suits(task)
      if (merit !== null) yield { solver, ...merit }
    }
  }
}

function* everyone(task: Task, solvers: readonly Solver[]): Generator<Stage> {
  const asked = new Set<Solver>()
  for (const stage of suitedStages(task, solvers)) {
    asked.add(stage.solver)
    yield stage
  }
  for (const solver of solvers) if (!asked.has(solver)) yield { solver, share: 1, why: 'for what is left' }
}
