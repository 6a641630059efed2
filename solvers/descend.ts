import { z } from 'zod'
import { type DescendInput, descendPlain, descendWork, type QuboData, quboData } from '../src/kernel/index.ts'
import { type JobRequest, runInOrder, seedKey } from '../src/run/index.ts'
import { defineSolver } from '../src/solver.ts'
import { gather, onlyPoint } from './gather.ts'
import { requireMemory } from './memory.ts'

const shape = {
  /** Random starts. Without `reads` it goes on until the run ends. */
  reads: z.number().int().positive().optional(),
}

const readsPerJob = 16

const capabilities = {
  accepts: ['qubo'],
  summary: 'greedy descent from random starts: the floor to compare with',
} as const

/** Greedy one-flip descent from random starts: the floor that every other solver has to beat. */
export const descend = defineSolver('descend', capabilities, shape, async (task, run, { reads }) => {
  const compiled = task.as('qubo')
  const only = onlyPoint(task, compiled)
  if (only !== null) return only
  const { size, column } = compiled.form
  requireMemory('descend', size, column.length / 2, (9 + readsPerJob) * size + 16 * column.length, run)
  const gathered = gather(task, run, compiled, reads === undefined ? 'best' : 'all')
  const jobs = descents(quboData(compiled.form), seedKey(run.seed, 'descend'), reads ?? Number.POSITIVE_INFINITY)
  const { work, stop, notes } = await runInOrder(descendPlain, jobs, run, gathered.accept.bind(gathered))
  return { samples: gathered.samples, stop, work, reads: gathered.reads, notes }
})

function* descents(qubo: QuboData, key: Uint32Array, total: number): Generator<JobRequest<DescendInput>> {
  for (let firstRead = 0; firstRead < total; firstRead += readsPerJob) {
    const reads = Math.min(readsPerJob, total - firstRead)
    yield { input: { qubo, key, firstRead, reads }, work: descendWork(qubo, reads) }
  }
}
