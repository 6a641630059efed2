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
/** A solver from its command-line expression, such as `fallback(within(300,qaoa(depth=3)),tabu)`; of fewer solvers, if given. */
export const solver = (spec: string, known: SolverRegistry = solvers) => solverFromSpec(spec, known)

export * from '../problems/index.ts'
/** The problem; the strategy of this name is `portfolioOf`. */
export { portfolio } from '../problems/index.ts'
export { study } from '../problems/selection/tuning/study.ts'
export type * from '../problems/types.ts'
export * from '../solvers/index.ts'
/** The strategy; `portfolio` is the problem. */
export { portfolio as portfolioOf } from '../solvers/index.ts'
export type * from '../solvers/types.ts'
export * from './bare.ts'
export type { Certificate, CompiledModel, CompileOptions, FormOf } from './compile/index.ts'
export * from './errors.ts'
export type { Constraint, Domain, ModelStructure, Quadratic, Term } from './model/index.ts'
export { Model } from './model/index.ts'
export type { Built, Parts, Problem, ProblemDefinition, ProblemFactory, Violation } from './problem.ts'
export { defineProblem } from './problem.ts'
export * from './qubo/index.ts'
export { type Outcome, type RunRecord, recordOf } from './record.ts'
export type {
  Attempt,
  CommonReport,
  EnergySplit,
  Feasible,
  Infeasible,
  Provenance,
  Report,
  Status,
  Timing,
} from './report.ts'
export type {
  Clock,
  Engine,
  EngineResult,
  EngineWatch,
  InOrderResult,
  Job,
  JobLimits,
  JobRequest,
  JobResult,
  Kernel,
  Pool,
  PooledResult,
  PoolLimits,
  Random,
  Run,
  RunOptions,
  Sample,
  SampleSet,
  Step,
  StopReason,
} from './run/index.ts'
export { aggregate, createRun, lowest, printSamples } from './run/index.ts'
export type { SolveDefaults, SolveOptions } from './solve.ts'
export type { Capabilities, Given, NamedFactory, Positional, Sampled, Solver, SolverFactory } from './solver.ts'
export { defineSolver } from './solver.ts'
export type { SolverRegistry } from './spec.ts'
export type { Compiled, Judged, Known, Task, TaskOptions } from './task.ts'
export { version } from './version.ts'
