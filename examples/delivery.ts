/** Re-routes a day's deliveries within 500 ms: annealing by clusters first, the domain's own method behind it. */
import { anneal, byParts, fallback, heuristic, solve, vrp, within } from 'isinglass'

const stops = {
  bakery: { at: [39, 76], demand: 5 },
  clinic: { at: [64, 47], demand: 3 },
  school: { at: [73, 61], demand: 7 },
  museum: { at: [32, 38], demand: 2 },
  harbour: { at: [20, 70], demand: 4 },
} as const

const report = await solve(vrp({ depot: [51, 51], stops, vehicles: 3, capacity: 10 }), {
  timeLimit: 500,
  seed: 7,
  solver: fallback(within(300, byParts(anneal())), heuristic()),
})

if (report.feasible) {
  for (const [k, route] of report.answer.routes.entries())
    console.log(`vehicle ${k + 1}: depot → ${route.join(' → ')} → depot`)
  console.log(`${report.cost.toFixed(1)} in all, found by ${report.foundBy}, again with: ${report.provenance.replay}`)
} else {
  console.log(report.violations.map((violation) => violation.message).join('\n'))
}
