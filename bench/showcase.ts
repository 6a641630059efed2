/** Solves one instance of every problem family with several solvers, prints the comparison and draws the answers. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { embedded, readInstance } from '../instances/index.ts'
import { type Problem, problems, type Report, solve, solver, Unsupported } from '../src/index.ts'
import { type Exhibit, exhibits } from './exhibits.ts'

const pictures = 'pictures'
const folder = process.env.ISINGLASS_INSTANCES

interface Row {
  readonly cells: readonly string[]
}

async function main(): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const shown = exhibits.filter((exhibit) => exhibit.embedded || folder !== undefined)
  process.stdout.write(
    `${line(['instance', 'problem', 'solver', 'cost', 'best known', 'gap', 'status', 'ms', 'found by'])}\n`,
  )
  for (const exhibit of shown) await show(exhibit)
  if (folder === undefined)
    process.stdout.write('\nSet ISINGLASS_INSTANCES to a folder of standard instances to see those as well.\n')
  process.stdout.write(`\nPictures of the best answers are in ${pictures}/.\n`)
}

/** Runs every solver of an exhibit and draws the best answer. */
async function show(exhibit: Exhibit): Promise<void> {
  const { problem, name, bestKnown } = load(exhibit)
  let best: Report<unknown> | null = null
  for (const spec of exhibit.solvers) {
    const report = await attempt(problem, spec, exhibit.timeLimitMs)
    process.stdout.write(`${line(rowOf(name, problem, spec, report, bestKnown).cells)}\n`)
    if (typeof report !== 'string' && better(report, best)) best = report
  }
  if (best?.feasible && problem.draw) writeFileSync(join(pictures, `${name}.svg`), problem.draw(best.answer))
}

function load({ file, embedded: inside, as, set }: Exhibit): {
  problem: Problem
  name: string
  bestKnown: number | null
} {
  const known = inside ? embedded.find((instance) => instance.name === file) : undefined
  const text = known?.text ?? readFileSync(join(folder ?? '.', file), 'utf8')
  const read = readInstance(text, { fileName: known?.fileName ?? file, as: as ?? known?.kind, set })
  const name = basename(file).replace(/\.[^.]+$/, '')
  const problem = problems[read.kind](read.input as never)
  return { problem, name, bestKnown: known?.bestKnown ?? read.bestKnown?.bestKnown ?? null }
}

async function attempt(problem: Problem, spec: string, timeLimit: number): Promise<Report<unknown> | string> {
  try {
    return await solve(problem, { solver: solver(spec), timeLimit, seed: 1 })
  } catch (error) {
    if (error instanceof Unsupported) return error.what
    throw error
  }
}

function better(report: Report<unknown>, best: Report<unknown> | null): boolean {
  if (!report.feasible) return false
  if (!best?.feasible) return true
  return report.sense === 'min' ? report.cost < best.cost : report.cost > best.cost
}

function rowOf(
  name: string,
  problem: Problem,
  spec: string,
  report: Report<unknown> | string,
  bestKnown: number | null,
): Row {
  if (typeof report === 'string')
    return { cells: [name, problem.name, spec, '–', '', '', 'refused', '', report.slice(0, 60)] }
  const gap =
    report.feasible && bestKnown !== null
      ? Math.abs(report.cost - bestKnown) / Math.max(1e-9, Math.abs(bestKnown))
      : null
  return {
    cells: [
      name,
      problem.name,
      spec,
      report.feasible ? String(Number(report.cost.toPrecision(8))) : '–',
      bestKnown === null ? '–' : String(bestKnown),
      gap === null ? '–' : `${(100 * gap).toFixed(2)} %`,
      report.status,
      report.timing.totalMs.toFixed(0),
      report.foundBy ?? '–',
    ],
  }
}

const widths = [18, 9, 22, 12, 11, 8, 10, 6, 0]
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, k) => cell.padEnd(widths[k]))
    .join(' ')
    .trimEnd()

await main()
