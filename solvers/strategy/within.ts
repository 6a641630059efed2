import { z } from 'zod'
import { endingWithin } from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'
import { defineStrategy } from './define-strategy.ts'

/** `within(300, qaoa())`: the solver gets at most this many milliseconds from when its turn comes. */
export const within = defineStrategy({
  name: 'within',
  summary: 'within(MS,SOLVER): at most so many milliseconds',
  children: [1, 1],
  shape: { ms: z.number().positive() },
  positional: 'ms',
  call: (ms: number, solver: Solver) => ({ children: [solver], options: { ms } }),
  sample: (task, run, { children: [solver], options: { ms } }) => solver.sample(task, endingWithin(run, ms)),
})
