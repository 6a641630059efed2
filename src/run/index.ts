export { type Clock, fakeClock, systemClock } from './clock.ts'
export type { Engine, EngineResult, EngineWatch } from './engine.ts'
export { type InOrderResult, type JobRequest, runInOrder } from './in-order.ts'
export {
  drive,
  type Job,
  type JobLimits,
  type JobResult,
  type Kernel,
  mapFinds,
  type Step,
  type Steps,
  type StopReason,
} from './job.ts'
export { Ledger, type Piecewise } from './ledger.ts'
export { pause } from './pause.ts'
export { atOnce, type Pieces } from './pieces.ts'
export { platformName } from './platform.ts'
export type { Pool, PooledResult, PoolLimits } from './pool.ts'
export { type Random, random, randomFrom, seedKey, streamState } from './random.ts'
export {
  createRun,
  defaultWork,
  driveIn,
  endingWithin,
  type Run,
  type RunOptions,
  remainingMs,
  stopReason,
} from './run.ts'
export {
  aggregate,
  compareSamples,
  lowest,
  printSamples,
  type Sample,
  type SampleSet,
  sampleSet,
} from './sample-set.ts'
export { shuffle, shuffled } from './shuffle.ts'
export { sorted } from './sorted.ts'
