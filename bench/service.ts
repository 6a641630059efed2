/**
 * The job service under load, in one process with its clients: `node dist/bench/service.js [requests] [jobs]`.
 * Routes re-planned within 500 ms through the service, many small jobs at once, and how long the service takes to answer
 * whether it lives and to cancel, while every worker is busy.
 */
import { createClient, type JobOrder } from '../src/client/index.ts'
import { fallback, heuristic, remote, solve, vrp } from '../src/index.ts'
import { createService } from '../src/service/index.ts'

const requests = Number(process.argv[2] ?? 200)
const jobs = Number(process.argv[3] ?? 1000)

/** Stops on a spiral with demands 1 to 9; every request has others. */
const day = (count: number, k: number) => ({
  at: Array.from({ length: count + 1 }, (_, i) => [(i * i + k) % 101, (i * 37 + 5 * k) % 103] as const),
  demand: Array.from({ length: count + 1 }, (_, i) => (i === 0 ? 0 : 1 + ((i + k) % 9))),
  capacity: 60,
})

const ring = (k: number): JobOrder => ({
  problem: 'maxCut',
  input: { edges: Array.from({ length: 12 }, (_, i) => [`n${i}`, `n${(i + 1) % 12}`, 1 + ((i + k) % 5)]) },
  solver: 'anneal(reads=8,sweeps=50)',
  seed: k,
})

function show(name: string, times: number[], rest = ''): void {
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1).padStart(8)
  process.stdout.write(
    `${name.padEnd(34)} p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  worst ${at(1)} ms  (${times.length})${rest}\n`,
  )
}

async function timed<Out>(work: () => Promise<Out>): Promise<[number, Out]> {
  const startedAt = performance.now()
  const out = await work()
  return [performance.now() - startedAt, out]
}

const service = await createService({ queue: jobs, keep: jobs + requests })
const url = await service.listen()
const client = createClient(url)
const { workers } = await client.health()
process.stdout.write(`workers: ${workers}, node ${process.version}\n`)

async function routes(): Promise<void> {
  const times: number[] = []
  let feasible = 0
  let remotely = 0
  for (let k = 0; k < requests; k++) {
    const solver = fallback(remote(url), heuristic())
    const [ms, report] = await timed(() => solve(vrp(day(50, k)), { timeLimit: 500, seed: k, solver }))
    times.push(ms)
    if (report.feasible) feasible++
    if (report.foundBy === 'remote') remotely++
  }
  show('50 stops within 500 ms', times, `  feasible ${feasible}, by the service ${remotely}`)
}

async function crowd(): Promise<void> {
  const times: number[] = []
  const [ms, reports] = await timed(() =>
    Promise.all(
      Array.from({ length: jobs }, async (_, k) => {
        const [each, job] = await timed(async () => client.wait((await client.submit(ring(k))).id))
        times.push(each)
        return job
      }),
    ),
  )
  const done = reports.filter(({ report }) => report?.feasible).length
  show(`${jobs} small jobs at once`, times, `  answered ${done}, ${(jobs / (ms / 1000)).toFixed(0)} a second`)
}

async function underLoad(): Promise<void> {
  const long = { problem: 'vrp', input: day(100, 1), timeLimit: 60_000 }
  const health: number[] = []
  const cancels: number[] = []
  for (let k = 0; k < 20; k++) {
    const { id } = await client.submit({ ...long, seed: k })
    for (let j = 0; j < 10; j++) health.push((await timed(() => client.health()))[0])
    await new Promise((resolve) => setTimeout(resolve, 50))
    cancels.push((await timed(() => client.cancel(id)))[0])
  }
  show('whether it lives, while it works', health)
  show('a cancel, to the incumbent', cancels)
}

await crowd()
await underLoad()
await routes()
await service.stop()
