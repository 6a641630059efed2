import { z } from 'zod'
import { type QuboData, quboData, type TabuInput, tabuMoveWork, tabuWasm, wasmAvailable } from '../src/kernel/index.ts'
import { type JobRequest, runInOrder, seedKey } from '../src/run/index.ts'
import { defineSolver } from '../src/solver.ts'
import { gather, onlyPoint } from './gather.ts'
import { flipBytes, requireMemory } from './memory.ts'

const shape = {
  /** Independent searches. Without `restarts` they go on, ever longer, until the run ends. */
  restarts: z.number().int().positive().optional(),
  /** About how many moves a search makes; 100 times the number of bits when only `restarts` is given. */
  moves: z.number().int().positive().optional(),
  /** For how many moves a flipped bit stays as it is; from the number of bits when not given. */
  tenure: z.number().int().positive().optional(),
}

type Options = z.output<z.ZodObject<typeof shape>>

const capabilities = { accepts: ['qubo'], summary: 'one-flip tabu search with restarts' } as const

/**
 * One-flip tabu search with restarts from elite points (Palubeckis 2004; Glover, Lü, Hao 2010).
 *
 * With `restarts` it makes exactly those searches and stops. Without, searches double in length every second one; the
 * ladder does not depend on the limit, so a longer run contains the shorter one.
 */
export const tabu = defineSolver('tabu', capabilities, shape, async (task, run, options) => {
  const compiled = task.as('qubo')
  const only = onlyPoint(task, compiled)
  if (only !== null) return only
  const { size, column } = compiled.form
  requireMemory('tabu', size, column.length / 2, flipBytes(size, column.length), run)
  const gathered = gather(task, run, compiled, options.restarts === undefined ? 'best' : 'all')
  const jobs = searches(quboData(compiled.form), seedKey(run.seed, 'tabu'), options)
  const { work, stop, notes } = await runInOrder(tabuWasm, jobs, run, gathered.accept.bind(gathered))
  return {
    samples: gathered.samples,
    stop,
    work,
    reads: gathered.reads,
    notes: [`kernel: ${wasmAvailable() ? 'wasm i32x4' : 'plain'}`, ...notes],
  }
})

function* searches(qubo: QuboData, key: Uint32Array, options: Options): Generator<JobRequest<TabuInput>> {
  const { restarts = Number.POSITIVE_INFINITY, tenure } = options
  for (let search = 0; search < restarts; search++) {
    const work = movesOf(search, qubo.size, options) * tabuMoveWork(qubo)
    yield { input: { qubo, key, search, work, tenure }, work }
  }
}

/** The ladder: two searches each of 20·n, 40·n, 80·n … moves. */
function movesOf(search: number, size: number, { restarts, moves }: Options): number {
  if (moves !== undefined) return moves
  return Math.max(10, size) * (restarts === undefined ? 20 * 2 ** Math.min(16, search >> 1) : 100)
}
