import { isRefusal } from '../../src/errors.ts'
import type { Task } from '../../src/task.ts'
import { extentOf } from '../extent.ts'

/** What share of a run a solver deserves on a task, and why; null where another one should come first. */
export type Suits = (task: Task) => { readonly share: number; readonly why: string } | null

/**
 * When each solver is at its best, in the order in which they are worth asking: what the domain knows, then proof where
 * proof is cheap, then search.
 */
export const suitability: Readonly<Record<string, Suits>> = {
  heuristic: (task) => (task.problem.heuristic === null ? null : { share: 1, why: 'the domain has its own method' }),
  exact: () => ({ share: 1, why: 'few enough states to look at all' }),
  ilp: (task) =>
    hasModel(task) && isSmallProgramme(task)
      ? { share: 0.3, why: 'a small integer programme: a proof may be cheap' }
      : null,
  tabu: (task) =>
    hasModel(task) && isDense(task) ? { share: 0.3, why: 'densely coupled free bits: one-flip tabu search' } : null,
  anneal: (task) => (hasModel(task) ? { share: 1, why: 'annealing for what is left' } : null),
}

/** False where the model is refused for its size or the time left; `exact`, asked before, has said so in the notes. */
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
function isSmallProgramme(task: Task): boolean {
  const { variables, products } = extentOf(task)
  return variables <= 400 && products <= 3 * variables && products <= 150
}

/**
 * Tabu search sees the whole neighbourhood, which pays where a flip changes much of it; on sparse graphs annealing is ahead
 * (measured at 3 s: bqp500-1 35 ms against 207 ms to the best known; G14 3040 against 3063, G55 9977 against 10285).
 */
function isDense(task: Task): boolean {
  const { variables, products, free } = extentOf(task)
  return free && products >= (0.05 * variables * (variables - 1)) / 2
}
