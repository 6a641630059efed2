/** Solves one instance of every problem family with several solvers, prints the comparison and draws the answers. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem, Report } from '../src/index.ts'
import { type Exhibit, exhibits } from './exhibits.ts'
import { attempt, gapOf, load, percent, shortCost } from './trial.ts'

const pictures = 'pictures'
const folder = process.env.ISINGLASS_INSTANCES

interface Row {
  readonly cells: readonly string[]
}

async function main(): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const shown = exhibits.filter((exhibit) => exhibit.embedded || folder !== undefined)
  process.stdout.write(
    `${line(['instance', 'problem', 'solver', 'sense', 'cost', 'best known', 'gap', 'status', 'ms', 'found by'])}\n`,
  )
  for (const exhibit of shown) await show(exhibit)
  if (folder === undefined)
    process.stdout.write('\nSet ISINGLASS_INSTANCES to a folder of standard instances to see those as well.\n')
  process.stdout.write(`\nPictures of the best answers are in ${pictures}/.\n`)
}

/** Runs every solver of an exhibit and draws the best answer. */
async function show(exhibit: Exhibit): Promise<void> {
  const { problem, name, bestKnown } = load(exhibit, folder)
  let best: Report<unknown> | null = null
  for (const spec of exhibit.solvers) {
    const report = await attempt(problem, spec, exhibit.timeLimitMs)
    process.stdout.write(`${line(rowOf(name, problem, spec, report, bestKnown).cells)}\n`)
    if (typeof report !== 'string' && better(report, best)) best = report
  }
  if (best?.feasible && problem.draw) writeFileSync(join(pictures, `${name}.svg`), problem.draw(best.answer))
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
    return { cells: [name, problem.name, spec, '', '–', '', '', 'refused', '', report.slice(0, 60)] }
  return {
    cells: [
      name,
      problem.name,
      spec,
      report.sense,
      shortCost(report),
      bestKnown === null ? '–' : String(Number(bestKnown.toPrecision(8))),
      percent(gapOf(report, bestKnown)),
      report.status,
      report.timing.totalMs.toFixed(0),
      report.foundBy ?? '–',
    ],
  }
}

const widths = [18, 19, 22, 5, 13, 13, 9, 10, 6, 0]
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, k) => cell.padEnd(widths[k]))
    .join(' ')
    .trimEnd()

await main()
