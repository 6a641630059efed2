import { z } from 'zod'
import { type SampleSet, stopReason } from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'
import { bestOf, winnerOf } from './best-of.ts'
import { defineStrategy } from './define-strategy.ts'

/**
 * Asks again with a fresh seed until the answer is feasible, `times` at most. Attempt k has the seed `SEED/k`
 * (the first attempt: SEED itself); `first` starts at a later attempt, which is how a replay names it.
 */
export const retry = defineStrategy({
  name: 'retry',
  summary: 'retry(TIMES,SOLVER): again with a fresh seed until the answer is feasible',
  children: [1, 1],
  shape: { times: z.number().int().positive().default(3), first: z.number().int().nonnegative().default(0) },
  positional: 'times',
  call: (solver: Solver, options: { times?: number } = {}) => ({ children: [solver], options }),
  sample: async (task, run, { children: [solver], options: { times, first } }) => {
    const tries: SampleSet[] = []
    let work = 0
    for (let k = first; k < first + times; k++) {
      const set = await solver.sample(task, {
        ...run,
        work: run.work - work,
        seed: k === 0 ? run.seed : `${run.seed}/${k}`,
      })
      work += set.work
      tries.push({ ...set, replay: k === 0 ? set.replay : `retry(1,${set.replay},first=${k})` })
      if (bestOf(task, set)?.feasible || stopReason(run) !== null || work >= run.work) break
    }
    const winner = winnerOf(task, tries) as SampleSet
    return { ...winner, work, notes: [...winner.notes, `attempts: ${tries.length}`] }
  },
})
