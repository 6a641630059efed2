import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { embedded, readInstance } from '../instances/index.ts'
import { isRefusal, type Problem, problems, type Report, solve, solver } from '../src/index.ts'
import type { Exhibit } from './exhibits.ts'

/** An exhibit that was read. */
export interface Loaded {
  readonly problem: Problem
  readonly name: string
  readonly bestKnown: number | null
}

/** Reads an embedded instance by its name, or a file below the folder of standard instances. */
export function load({ file, embedded: inside, as, set }: Exhibit, folder = '.'): Loaded {
  const known = inside ? embedded.find((instance) => instance.name === file) : undefined
  const text = known?.text ?? readFileSync(join(folder, file), 'utf8')
  const read = readInstance(text, { fileName: known?.fileName ?? file, as: as ?? known?.kind, set })
  const name = basename(file).replace(/\.[A-Za-z]+$/, '')
  const problem = problems[read.kind](read.input as never)
  return { problem, name, bestKnown: known?.bestKnown ?? read.bestKnown?.bestKnown ?? null }
}

/** The report, or why the solver refused. */
export async function attempt(problem: Problem, spec: string, timeLimit: number): Promise<Report<unknown> | string> {
  try {
    return await solve(problem, { solver: solver(spec), timeLimit, seed: 1 })
  } catch (error) {
    if (isRefusal(error)) return error.what
    throw error
  }
}

/** |cost − best known| / |best known|; where the best is 0, the cost itself. Null where something is missing. */
export function gapOf(report: Report<unknown>, bestKnown: number | null): number | null {
  if (!report.feasible || bestKnown === null) return null
  return Math.abs(report.cost - bestKnown) / (bestKnown === 0 ? 1 : Math.abs(bestKnown))
}

export const percent = (gap: number | null): string => (gap === null ? '–' : `${(100 * gap).toFixed(2)} %`)

export const shortCost = (report: Report<unknown>): string =>
  report.feasible ? String(Number(report.cost.toPrecision(8))) : '–'
