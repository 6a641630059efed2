/** The promises of the house, for any test runner: `for (const { promise, check } of problemPromises(mine)) test(promise, check)`. */
export { minimumOf, randomPoint, structuredPoints } from './enumerate.ts'
export { type Trial, trial, trials } from './instances.ts'
export { runJob } from './job.ts'
export { type ProblemKit, problemPromises } from './problem.ts'
export type { Promised } from './promise.ts'
export { type SolverKit, solverPromises } from './solver.ts'
export { svgComplaint } from './svg.ts'
