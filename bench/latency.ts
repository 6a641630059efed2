/** How late a run ends after its limit, and after an abort: `node dist/bench/latency.js [repetitions]`. */
import { anneal, auto, ising, type Problem, type Solver, solve, tabu } from '../src/index.ts'

const repetitions = Number(process.argv[2] ?? 20)
const size = 1000

/** A ±1 ring lattice with chords: six couplings for every spin. */
function lattice(): Problem {
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

async function overshoot(solver: Solver, timeLimit: number): Promise<number> {
  const startedAt = performance.now()
  await solve(lattice(), { solver, timeLimit, seed: 1 })
  return performance.now() - startedAt - timeLimit
}

async function abortDelay(solver: Solver): Promise<number> {
  const controller = new AbortController()
  let abortedAt = 0
  setTimeout(() => {
    abortedAt = performance.now()
    controller.abort()
  }, 50)
  await solve(lattice(), { solver, timeLimit: 10_000, signal: controller.signal, seed: 1 })
  return performance.now() - abortedAt
}

async function measure(name: string, once: () => Promise<number>): Promise<void> {
  const times: number[] = []
  for (let k = 0; k < repetitions; k++) times.push(await once())
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1)
  process.stdout.write(`${name.padEnd(24)} median ${at(0.5)} ms  p99 ${at(0.99)} ms  (${times.length} runs)\n`)
}

for (const solver of [anneal(), tabu(), auto()]) {
  for (const limit of [20, 100, 1000]) await measure(`${solver.name} limit ${limit} ms`, () => overshoot(solver, limit))
  await measure(`${solver.name} abort`, () => abortDelay(solver))
}
