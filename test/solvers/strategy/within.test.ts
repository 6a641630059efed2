import { expect, it } from 'vitest'
import { within } from '../../../solvers/strategy/within.ts'
import { runOf, taskOfTwo, watcher } from './nest.ts'

it('within ends its solver early, never late', async () => {
  const { solver, runs } = watcher()
  await within(300, solver).sample(taskOfTwo(), runOf({ timeLimitMs: 500 }))
  await within(300, solver).sample(taskOfTwo(), runOf({ timeLimitMs: 100 }))
  expect(runs.map((run) => run.left)).toEqual([300, 100])
})

it('within refuses a limit that is no time', () => {
  expect(() => within(-1, watcher().solver)).toThrow(/OPTION_INVALID: within, ms/)
})
