import { IsinglassError } from '../src/errors.ts'
import type { Run } from '../src/run/index.ts'

/** Refuses work whose arrays would not fit, before anything is allocated; `bytes` are those of one worker. */
export function requireMemory(solver: string, size: number, couplings: number, bytes: number, run: Run): void {
  const threads = run.pool?.threads ?? 1
  const needed = Math.ceil((bytes * threads) / 2 ** 20)
  if (needed <= run.memoryLimitMiB) return
  const workers = threads === 1 ? '' : ` on ${threads} workers`
  throw new IsinglassError(
    'MEMORY_LIMIT',
    `${solver} needs about ${needed} MiB for ${size} variables and ${couplings} couplings${workers}, the limit is ${run.memoryLimitMiB} MiB`,
    'Raise memoryLimitMiB, use fewer threads, or take a solver that needs less, such as descend or decompose(solver=anneal)',
  )
}

/** Bytes of a search by single flips: its layout of the couplings, whole-number weights, and the state of every variable. */
export const flipBytes = (size: number, couplings: number): number => 120 * size + 24 * couplings
