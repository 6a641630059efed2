import { z } from 'zod'
import { isRefusal } from '../../src/errors.ts'
import { createPool } from '../../src/run/create-pool.ts'
import { type Run, remainingMs, type Sample, type SampleSet, systemClock } from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'
import type { Task } from '../../src/task.ts'
import { bestOf } from './best-of.ts'
import { defineStrategy } from './define-strategy.ts'

/** How one of the two fared; `cost` is null where nothing feasible was found. */
export interface Fared {
  readonly solver: string
  readonly cost: number | null
  /** Why it ended: a stop reason, or `refused: …`, `failed: …`, `cut off`. */
  readonly ended: string
  readonly work: number
}

/** A candidate measured beside a primary on the same question. `difference` is the candidate's cost less the primary's. */
export interface Comparison {
  readonly problem: string
  readonly seed: string
  readonly primary: Fared
  readonly candidate: Fared
  readonly difference: number | null
  readonly better: 'primary' | 'candidate' | 'neither'
}

export interface ShadowOptions {
  readonly candidate: Solver
  /** Is told every comparison; what it throws is ignored. */
  readonly observe?: (comparison: Comparison) => void
  /** Milliseconds to wait for the candidate after the primary has ended; 0 unless told, so the primary is never delayed. */
  readonly patience?: number
}

const shape = {
  patience: z.number().nonnegative().optional(),
  observe: z.custom<(comparison: Comparison) => void>((value) => typeof value === 'function').optional(),
}

/**
 * The primary's answer, with a candidate measured beside it. The candidate runs on a worker of its own where there are
 * workers, is cut off when the primary ends, and neither delays nor changes nor fails the primary's answer: samples,
 * proof, bound, work and replay line are the primary's. Notes and `observe` tell both costs and the difference.
 */
export const shadow = defineStrategy({
  name: 'shadow',
  summary: 'shadow(PRIMARY,CANDIDATE): the primary answers, the candidate is measured',
  children: [2, 2],
  shape,
  call: (primary: Solver, candidate: Solver | ShadowOptions) => {
    if (!('candidate' in candidate)) return { children: [primary, candidate] }
    const { candidate: second, ...options } = candidate
    return { children: [primary, second], options }
  },
  sample: async (task, run, { children: [primary, candidate], options: { observe, patience = 0 } }) => {
    const finish = new AbortController()
    const follower = follow(candidate, task, run, finish.signal)
    try {
      const set = await primary.sample(task, run)
      await Promise.race([follower.ended, wait(Math.min(patience, remainingMs(run)))])
      const comparison = compare(task, run, faredOf(task, primary, set), follower.fared())
      tell(observe, comparison)
      return { ...set, notes: [...set.notes, ...saidOf(comparison)] }
    } finally {
      finish.abort()
    }
  },
})

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** So much sooner than the primary a candidate ends, in a share of the time left, that its result is in when the primary's is. */
const head = 0.05

/** Starts the candidate; it never rejects, and what it found can be asked at any time. */
function follow(candidate: Solver, task: Task, run: Run, cutOff: AbortSignal) {
  let shown: Sample | null = null
  let settled: Fared | null = null
  const own: Run = {
    ...run,
    deadline: run.deadline - remainingMs(run) * head,
    signal: AbortSignal.any([run.signal, cutOff]),
    pool: run.clock === systemClock ? createPool({ threads: 1, name: 'shadow' }) : null,
    offer: (sample) => {
      shown = sample
    },
    targetReached: () => false,
  }
  const ended = candidate.sample(task, own).then(
    (set) => {
      settled = faredOf(task, candidate, set)
    },
    (error) => {
      const why = isRefusal(error) ? `refused: ${error.what}` : `failed: ${String(error)}`
      settled = { solver: candidate.spec, cost: null, ended: why, work: 0 }
    },
  )
  const soFar = (): Fared => ({ solver: candidate.spec, cost: costOf(task, shown), ended: 'cut off', work: 0 })
  return { ended, fared: () => settled ?? soFar() }
}

function costOf(task: Task, sample: Sample | null): number | null {
  const judged = sample && task.judge(sample)
  return judged?.feasible ? judged.cost : null
}

function faredOf(task: Task, { spec }: Solver, set: SampleSet): Fared {
  const best = bestOf(task, set)
  return { solver: spec, cost: best?.feasible ? best.cost : null, ended: set.proof ?? set.stop, work: set.work }
}

function compare({ problem }: Task, { seed }: Run, primary: Fared, candidate: Fared): Comparison {
  const difference = primary.cost === null || candidate.cost === null ? null : candidate.cost - primary.cost
  return { problem: problem.name, seed, primary, candidate, difference, better: betterOf(problem, primary, candidate) }
}

function betterOf({ sense }: Task['problem'], primary: Fared, candidate: Fared): Comparison['better'] {
  const worth = ({ cost }: Fared) => (cost === null ? Number.NEGATIVE_INFINITY : sense === 'max' ? cost : -cost)
  if (worth(primary) === worth(candidate)) return 'neither'
  return worth(primary) > worth(candidate) ? 'primary' : 'candidate'
}

function tell(observe: ShadowOptions['observe'], comparison: Comparison): void {
  try {
    observe?.(comparison)
  } catch {
    // An observer's defect is not the primary's.
  }
}

function saidOf({ primary, candidate, difference, better }: Comparison): string[] {
  const fared = ({ solver, cost, ended }: Fared) => `${solver} ${cost ?? 'nothing feasible'} (${ended})`
  const by = difference === null ? '' : `, difference ${difference}`
  const verdict = better === 'neither' ? 'neither is better' : `the ${better} is better`
  return [`shadow: primary ${fared(primary)}, candidate ${fared(candidate)}${by}: ${verdict}`]
}
