import { z } from 'zod'
import { IsinglassError } from '../src/errors.ts'
import {
  type AnnealInput,
  annealPlain,
  annealWasm,
  annealWork,
  disjoint,
  type Found,
  type GroupMovesInput,
  groupMovesPlain,
  kernelNote,
  nativeGroups,
  type QuboData,
  quboData,
  readsPerGroup,
  wasmAvailable,
} from '../src/kernel/index.ts'
import { type JobRequest, type Kernel, type Run, runInOrder, seedKey } from '../src/run/index.ts'
import { defineSolver, Unsupported } from '../src/solver.ts'
import type { Compiled, Task } from '../src/task.ts'
import { gather, onlyPoint } from './gather.ts'
import { flipBytes, requireMemory } from './memory.ts'

const shape = {
  /** Independent anneals. Without `reads` the schedule goes on, ever slower, until the run ends. */
  reads: z.number().int().positive().optional(),
  /** Trials of every variable per read; 1000 when only `reads` is given. */
  sweeps: z.number().int().positive().optional(),
  /** First and last temperature, in units of energy; chosen from the instance when not given. */
  hot: z.number().positive().optional(),
  cold: z.number().positive().optional(),
  /** `wasm` refuses where there is no WebAssembly SIMD; results are the same either way. */
  kernel: z.enum(['auto', 'plain', 'wasm']).default('auto'),
}

type Options = z.output<z.ZodObject<typeof shape>>

const capabilities = {
  accepts: ['qubo'],
  summary: 'simulated annealing; keeps one-hot groups, subsets and permutations',
} as const

/**
 * Simulated annealing on bits; where the model has one-hot groups, subsets or permutations, in moves that keep them.
 *
 * With `reads` it takes exactly those and stops. Without, it climbs a fixed ladder: four jobs of each length, every
 * rung twice as many sweeps, until time, work or the target ends it; the ladder does not depend on the limit, so a
 * longer run contains the shorter one. Read i depends on the seed and i alone, on any number of threads.
 */
export const anneal = defineSolver('anneal', capabilities, shape, async (task, run, options) => {
  refuseReversed(options)
  const compiled = annealable(task)
  const only = onlyPoint(task, compiled)
  if (only !== null) return only
  const { size, column } = compiled.form
  requireMemory('anneal', size, column.length / 2, flipBytes(size, column.length), run)
  const { kernel, jobs, note } =
    nativeGroups(compiled.form).length > 0 ? moves(compiled, run, options) : flips(compiled, run, options)
  const gathered = gather(task, run, compiled, options.reads === undefined ? 'best' : 'all')
  const { work, stop, notes } = await runInOrder(kernel, jobs, run, gathered.accept.bind(gathered))
  return { samples: gathered.samples, stop, work, reads: gathered.reads, notes: [note, ...notes] }
})

/** Groups stay with the kernel, unless two of them share a bit. */
function annealable(task: Task): Compiled<'qubo'> {
  const compiled = task.as('qubo', ['one-hot', 'permutation', 'subset'])
  return disjoint(nativeGroups(compiled.form)) ? compiled : task.as('qubo')
}

interface Plan {
  readonly kernel: Kernel<never, Found>
  readonly jobs: Iterable<JobRequest<never>>
  readonly note: string
}

const plan = <Input>(kernel: Kernel<Input, Found>, jobs: Iterable<JobRequest<Input>>, note: string): Plan =>
  ({ kernel, jobs, note }) as Plan

function flips({ form }: Compiled<'qubo'>, run: Run, options: Options): Plan {
  const kernel = chosen(options.kernel)
  return plan(kernel, flipJobs(quboData(form), seedKey(run.seed, 'anneal'), options), kernelNote(form, kernel))
}

function chosen(kernel: Options['kernel']): typeof annealWasm {
  if (kernel === 'wasm' && !wasmAvailable()) {
    throw new Unsupported(
      'this engine has no WebAssembly SIMD',
      'Use kernel=auto or kernel=plain: the samples are the same',
    )
  }
  return kernel === 'plain' || !wasmAvailable() ? annealPlain : annealWasm
}

function* flipJobs(qubo: QuboData, key: Uint32Array, options: Options): Generator<JobRequest<AnnealInput>> {
  const { reads: total = Number.POSITIVE_INFINITY, hot, cold } = options
  const group = readsPerGroup(qubo)
  for (let firstRead = 0, job = 0; firstRead < total; firstRead += group, job++) {
    const reads = Math.min(group, total - firstRead)
    const sweeps = sweepsOf(job, options)
    yield { input: { qubo, key, firstRead, reads, sweeps, hot, cold }, work: annealWork(qubo, reads, sweeps) }
  }
}

function moves({ form }: Compiled<'qubo'>, run: Run, options: Options): Plan {
  const jobs = moveJobs(quboData(form), seedKey(run.seed, 'anneal'), options)
  return plan(groupMovesPlain, jobs, 'kernel: plain, in moves that keep one-hot groups, subsets and permutations')
}

function* moveJobs(qubo: QuboData, key: Uint32Array, options: Options): Generator<JobRequest<GroupMovesInput>> {
  const { reads: total = Number.POSITIVE_INFINITY, hot, cold } = options
  for (let firstRead = 0; firstRead < total; firstRead++) {
    const work = Math.max(1, qubo.size) * sweepsOf(firstRead, options)
    yield { input: { qubo, key, firstRead, reads: 1, work, hot, cold }, work }
  }
}

/** The ladder: 16, 16, 16, 16, 32 … sweeps, up to a million. */
function sweepsOf(job: number, { reads, sweeps }: Options): number {
  if (sweeps !== undefined) return sweeps
  return reads === undefined ? 2 ** Math.min(20, 4 + Math.floor(job / 4)) : 1000
}

function refuseReversed({ hot, cold }: Options): void {
  if (hot === undefined || cold === undefined || hot >= cold) return
  throw new IsinglassError('OPTION_INVALID', `hot ${hot} is below cold ${cold}`, 'Give hot ≥ cold', 'anneal')
}
