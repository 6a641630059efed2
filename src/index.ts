/** The roof: the only file that sees everything; it chooses the defaults. */
import * as problemExports from '../problems/index.ts'
import { auto } from '../solvers/auto.ts'
import * as solverExports from '../solvers/index.ts'
import type { ProblemFactory } from './problem.ts'
import { createPool } from './run/create-pool.ts'
import { createSolve } from './solve.ts'
import { type SolverRegistry, solverFromSpec } from './spec.ts'

/** Every solver and strategy by its one name. */
export const solvers: SolverRegistry = solverExports as unknown as SolverRegistry
/** Every problem's constructor by its one name. */
export const problems = problemExports as unknown as Readonly<Record<string, ProblemFactory<unknown, unknown>>>
export const solve = createSolve({ solver: auto, openPool: (threads) => createPool({ threads }) })
/** A solver from its command-line expression, such as `fallback(within(300,qaoa(depth=3)),tabu)`. */
export const solver = (spec: string) => solverFromSpec(spec, solvers)

export * from '../problems/index.ts'
export * from '../solvers/index.ts'
export * from './bare.ts'
export * from './errors.ts'
export { Model } from './model/index.ts'
export type { Problem, ProblemFactory, Violation } from './problem.ts'
export { defineProblem } from './problem.ts'
export * from './qubo/index.ts'
export type { Report, Status } from './report.ts'
export { aggregate, createRun, lowest, printSamples, type Run, type Sample, type SampleSet } from './run/index.ts'
export type { SolveOptions } from './solve.ts'
export { defineSolver, type Solver } from './solver.ts'
export type { Task } from './task.ts'
export { version } from './version.ts'
