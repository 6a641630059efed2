import type { Milp } from '../../src/qubo/index.ts'
import type { IlpEngine } from './engine.ts'
import { highs } from './highs.ts'
import { javascriptLpSolver } from './javascript-lp-solver.ts'

/** Every engine, for the worker. */
export const ilpEngines = [highs, javascriptLpSolver]

export type EngineChoice = 'auto' | 'javascript-lp-solver' | 'highs'

/**
 * Up to this size plain JavaScript starts quicker than branch and cut and is sure to end. Beyond it its simplex was seen
 * to run in circles for good, whatever timeout it was given: covering programmes with 20 bits and 20 rows, 5 of 420.
 */
const tinyColumns = 15
const tinyRows = 15

export const isTiny = (milp: Milp): boolean => isSmall(milp) && isMild(milp)

const isSmall = (milp: Milp): boolean => milp.size <= tinyColumns && milp.rows <= tinyRows

/** Its simplex pivots in absolute tolerances, so wider numbers send it in circles too: 13 columns with one of 10⁹ did. */
const widest = 1e6

function isMild({ objective, value, lower, upper }: Milp): boolean {
  const fits = (number: number) => number === 0 || (Math.abs(number) <= widest && Math.abs(number) * widest >= 1)
  const isEnd = (end: number) => !Number.isFinite(end) || fits(end)
  return objective.every(fits) && value.every(fits) && lower.every(isEnd) && upper.every(isEnd)
}

/** Engines in the order to be asked, and the sentence that says why. */
export function chooseEngines(
  milp: Milp,
  choice: EngineChoice,
): { readonly engines: readonly IlpEngine[]; readonly why: string } {
  const size = `${milp.size} columns, ${milp.rows} rows`
  if (choice === 'highs') return { engines: [highs, javascriptLpSolver], why: `engine highs, as asked (${size})` }
  if (choice === 'javascript-lp-solver')
    return { engines: [javascriptLpSolver, highs], why: `engine javascript-lp-solver, as asked (${size})` }
  return isTiny(milp)
    ? {
        engines: [javascriptLpSolver, highs],
        why: `engine javascript-lp-solver, because the programme is tiny (${size})`,
      }
    : {
        engines: [highs, javascriptLpSolver],
        why: `engine highs, because ${isSmall(milp) ? 'its numbers lie far apart' : 'the programme is not tiny'} (${size})`,
      }
}
