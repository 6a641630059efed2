/**
 * How late a run ends after its limit, and after an abort: `node dist/bench/latency.js [repetitions] [solver …]`.
 * Beside them the yardstick: how late a bare timer of this machine is, which nobody can undercut.
 * `latency.js [repetitions] families [problem …]` asks `auto` on one instance of every problem family instead; those that
 * are not embedded need ISINGLASS_INSTANCES.
 */
import {
  anneal,
  auto,
  decompose,
  descend,
  heuristic,
  ilp,
  ising,
  type Problem,
  qaoa,
  type Solver,
  solve,
  tabu,
  vrp,
} from '../src/index.ts'
import { families } from './exhibits.ts'
import { load } from './trial.ts'

const repetitions = Number(process.argv[2] ?? 20)
const isOfFamilies = process.argv[3] === 'families'
const chosen = process.argv.slice(isOfFamilies ? 4 : 3)
const limits = [20, 100, 1000]

/** A ±1 ring lattice with chords: six couplings for every spin. */
function lattice(size: number): Problem {
  const rows: number[] = []
  const columns: number[] = []
  const values: number[] = []
  for (let i = 0; i < size; i++) {
    for (const step of [1, 7, 31]) {
      rows.push(i)
      columns.push((i + step) % size)
      values.push((i * step) % 3 === 0 ? -1 : 1)
    }
  }
  return ising({ size, rows, columns, values }) as Problem
}

/** Stops on a spiral with demands 1 to 9. */
function stops(count: number): Problem {
  const at = Array.from({ length: count + 1 }, (_, k) => [(k * k) % 101, (k * 37) % 103] as const)
  const demand = at.map((_, k) => (k === 0 ? 0 : 1 + (k % 9)))
  return vrp({ at, demand, capacity: 60 }) as Problem
}

interface Case {
  readonly name: string
  readonly solver: Solver
  readonly problem: Problem
}

const thousand = lattice(1000)
const cases: readonly Case[] = [
  { name: 'anneal', solver: anneal(), problem: thousand },
  { name: 'tabu', solver: tabu(), problem: thousand },
  { name: 'descend', solver: descend(), problem: thousand },
  { name: 'decompose', solver: decompose({ size: 200, solver: anneal() }), problem: thousand },
  { name: 'auto', solver: auto(), problem: thousand },
  { name: 'ilp', solver: ilp(), problem: thousand },
  { name: 'qaoa', solver: qaoa({ evaluations: 1_000_000 }), problem: lattice(16) },
  { name: 'heuristic', solver: heuristic(), problem: stops(100) },
]

/** How late the run ended, 0 when it had a proof before; null when it had no answer. */
async function overshoot({ solver, problem }: Case, timeLimit: number): Promise<number | null> {
  const startedAt = performance.now()
  const { feasible } = await solve(problem, { solver, timeLimit, seed: 1 })
  return feasible ? Math.max(0, performance.now() - startedAt - timeLimit) : null
}

async function abortDelay({ solver, problem }: Case): Promise<number> {
  const controller = new AbortController()
  let abortedAt = Number.POSITIVE_INFINITY
  const timer = setTimeout(() => {
    abortedAt = performance.now()
    controller.abort()
  }, 50)
  await solve(problem, { solver, timeLimit: 10_000, signal: controller.signal, seed: 1 })
  clearTimeout(timer)
  return Math.max(0, performance.now() - abortedAt)
}

function timerDelay(): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve) => setTimeout(() => resolve(performance.now() - startedAt - 20), 20))
}

async function measure(name: string, once: () => Promise<number | null>): Promise<void> {
  const times: number[] = []
  let without = 0
  await once()
  for (let k = 0; k < repetitions; k++) {
    const late = await once()
    if (late === null) without++
    else times.push(late)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN).toFixed(1).padStart(7)
  const missing = without === 0 ? '' : `  ${without} without an answer`
  process.stdout.write(`${name.padEnd(28)} median ${at(0.5)} ms  p99 ${at(0.99)} ms  (${repetitions} runs)${missing}\n`)
}

function familyCases(folder = process.env.ISINGLASS_INSTANCES): Case[] {
  return families
    .filter((exhibit) => exhibit.embedded || folder !== undefined)
    .map((exhibit) => load(exhibit, folder).problem)
    .map((problem) => ({ name: problem.name, solver: auto(), problem }))
}

await measure('a bare timer of 20 ms', timerDelay)
const all = isOfFamilies ? familyCases() : cases
for (const each of all.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  for (const limit of limits) await measure(`${each.name} limit ${limit} ms`, () => overshoot(each, limit))
  await measure(`${each.name} abort`, () => abortDelay(each))
}
