/** Re-plans deliveries within 500 ms through a job service, and goes on without it when it is gone. */
import { anneal, fallback, heuristic, remote, solve, vrp } from 'isinglass'
import { createService } from 'isinglass/service'

// In production the service is another process: isinglass serve --port 8080
const service = await createService()
const url = await service.listen()

const stops = {
  bakery: { at: [39, 76], demand: 5 },
  clinic: { at: [64, 47], demand: 3 },
  school: { at: [73, 61], demand: 7 },
  museum: { at: [32, 38], demand: 2 },
  harbour: { at: [20, 70], demand: 4 },
} as const

/** The service first; what it says is judged here, and when it says nothing the solver of this process answers on time. */
async function dispatch(cancelled: keyof typeof stops) {
  const { [cancelled]: _, ...left } = stops
  const problem = vrp({ depot: [51, 51], stops: left, vehicles: 3, capacity: 10 })
  const solver = fallback(remote(url, { solver: heuristic() }), heuristic(), anneal())
  const report = await solve(problem, { timeLimit: 500, seed: 7, solver })
  if (!report.feasible) throw new Error(report.violations.map(({ message }) => message).join('\n'))
  console.log(`without ${cancelled}: ${report.cost.toFixed(1)}, found by ${report.foundBy}`, report.answer.routes)
}

await dispatch('museum')
await service.stop()
await dispatch('harbour')
