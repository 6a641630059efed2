/**
 * One instance of every problem family, five solvers, equal time: `node dist/bench/families.js [ms] [problem …]`. Prints a
 * table in Markdown: cost, gap to the best known value, milliseconds until the last improvement, size of the form.
 * Instances that are not embedded need ISINGLASS_INSTANCES.
 */
import { cpus, loadavg } from 'node:os'
import { type Report, version } from '../src/index.ts'
import { type Exhibit, families } from './exhibits.ts'
import { attempt, gapOf, load, percent, shortCost } from './trial.ts'

const folder = process.env.ISINGLASS_INSTANCES
const timeLimit = Number(process.argv[2] ?? 2000)
const chosen = process.argv.slice(3)
const solvers = ['anneal', 'tabu', 'ilp', 'heuristic', 'auto']

const print = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`)

process.stdout.write(
  `isinglass ${version}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}, ${timeLimit} ms each, seed 1\n\n`,
)
print(['problem', 'instance', 'best known', ...solvers])
print(Array.from({ length: 3 + solvers.length }, () => '---'))
for (const exhibit of families) await row(exhibit)

async function row(exhibit: Exhibit): Promise<void> {
  if (!exhibit.embedded && folder === undefined) return
  const { problem, name, bestKnown } = load(exhibit, folder)
  if (chosen.length > 0 && !chosen.includes(problem.name)) return
  const cells: string[] = []
  for (const spec of solvers) cells.push(cellOf(await attempt(problem, spec, timeLimit), bestKnown))
  print([problem.name, name, bestKnown === null ? '–' : String(Number(bestKnown.toPrecision(8))), ...cells])
}

function cellOf(report: Report<unknown> | string, bestKnown: number | null): string {
  if (typeof report === 'string') return `refused: ${report.slice(0, 70)}`
  const { size, trace, timing, status, foundBy } = report
  const form = size === null ? '' : `, ${size.variables} × ${size.couplings}`
  if (!report.feasible) return `${status}${form}`
  const gap = gapOf(report, bestKnown)
  const worth = gap === null ? '' : ` (${percent(gap)})`
  const proven = status === 'optimal' ? ' proven' : ''
  const late = timing.totalMs > timeLimit + 50 ? `, ended at ${timing.totalMs.toFixed(0)}` : ''
  return `${shortCost(report)}${worth}${proven}, ${(trace.at(-1)?.[0] ?? 0).toFixed(0)} ms${form}${late}, ${foundBy}`
}
