import { z } from 'zod'
import { type Run, remainingMs, type SampleSet } from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'
import type { Task } from '../../src/task.ts'
import { bestOf } from './best-of.ts'
import { defineStrategy } from './define-strategy.ts'
import { questionHash } from './question-hash.ts'

/** What is remembered of a run; structured-cloneable. */
export interface Remembered {
  readonly set: SampleSet
  /** The milliseconds that the run was allowed, Infinity without a time limit. */
  readonly timeLimitMs: number
}

/** Where answers are kept; may be a database's two calls. */
export interface AnswerStore {
  get(key: string): Promise<Remembered | undefined> | Remembered | undefined
  set(key: string, remembered: Remembered): Promise<unknown> | unknown
}

/** The newest so many answers, in memory. */
export function memoryStore(most = 256): AnswerStore {
  const kept = new Map<string, Remembered>()
  return {
    get: (key) => kept.get(key),
    set: (key, remembered) => {
      kept.delete(key)
      kept.set(key, remembered)
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
    },
  }
}

/** Shared by everybody in this process who names no store. */
const shared = memoryStore()

const shape = {
  store: z.custom<AnswerStore>((value) => typeof (value as AnswerStore | null)?.get === 'function').optional(),
}

/**
 * The answer that the same solver gave to the same question with the same seed and work budget, at once; else it asks, and
 * remembers. A question is the problem's name and input, or the form itself. An answer found in less time than this run
 * allows counts only where it was finished or proven. Remembered answers are judged again like any other.
 */
export const cached = defineStrategy({
  name: 'cached',
  summary: 'cached(SOLVER): the same question is answered at once',
  children: [1, 1],
  shape,
  call: (solver: Solver, options: { store?: AnswerStore } = {}) => ({ children: [solver], options }),
  sample: async (task, run, { children: [solver], options: { store = shared } }) => {
    const key = [questionHash(task), solver.spec, run.seed, run.work].join(' ')
    const before = await asked(() => store.get(key))
    if (before !== undefined && stands(before, run)) return recalled(task, run, before)
    const timeLimitMs = remainingMs(run)
    const set = await solver.sample(task, run)
    if (worthKeeping(task, set)) await asked(() => store.set(key, { set, timeLimitMs }))
    return { ...set, notes: [...set.notes, 'cached: asked anew'] }
  },
})

/** A store that fails is no store. */
async function asked<Out>(call: () => Promise<Out> | Out): Promise<Out | undefined> {
  try {
    return await call()
  } catch {
    return undefined
  }
}

const stands = ({ set, timeLimitMs }: Remembered, run: Run): boolean =>
  set.proof !== null || set.stop === 'finished' || set.stop === 'budget' || timeLimitMs >= 0.99 * remainingMs(run)

/** What was aborted, failed or found nothing is asked again. */
function worthKeeping(task: Task, set: SampleSet): boolean {
  const isWhole = set.stop !== 'aborted' && set.stop !== 'failed' && set.stop !== 'target'
  return isWhole && (set.proof !== null || bestOf(task, set)?.feasible === true)
}

function recalled(task: Task, run: Run, { set }: Remembered): SampleSet {
  const best = bestOf(task, set)
  if (best !== null) run.offer(best.sample)
  return { ...set, notes: [...set.notes, 'cached: remembered'] }
}
