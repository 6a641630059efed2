import { expect, it } from 'vitest'
import { retry } from '../../../solvers/strategy/retry.ts'
import { defineSolver } from '../../../src/solver.ts'
import { findsNothing, runOf, taskOfTwo, watcher } from './nest.ts'

it('retry asks once when the first answer is feasible', async () => {
  const { solver, runs } = watcher()
  await retry(solver).sample(taskOfTwo(), runOf({ seed: 7 }))
  expect(runs.map((run) => run.seed)).toEqual(['7'])
})

it('retry gives every attempt a seed of its own and stops at the last', async () => {
  const seeds: string[] = []
  const solver = defineSolver('never', { accepts: [] }, {}, async (_task, run) => {
    seeds.push(run.seed)
    return { work: 1 }
  })()
  await retry(solver, { times: 3 }).sample(taskOfTwo(), runOf({ seed: 7 }))
  expect(seeds).toEqual(['7', '7/1', '7/2'])
})

it('retry names the attempt that answered in its replay', async () => {
  const second = defineSolver('second', { accepts: [] }, {}, async (task, run) => ({
    samples: run.seed === '7' ? [] : [task.sampleOf(Float64Array.of(1, 0))],
    work: 1,
  }))()
  const set = await retry(second).sample(taskOfTwo(), runOf({ seed: 7 }))
  expect(set.replay).toBe('retry(1,second,first=1)')
})

it('retry stops asking once the budget is spent', async () => {
  const set = await retry(findsNothing, { times: 100 }).sample(taskOfTwo(), runOf({ work: 12 }))
  expect(set.work).toBe(15)
})
