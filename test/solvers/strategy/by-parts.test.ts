import { expect, it } from 'vitest'
import { byParts } from '../../../solvers/strategy/by-parts.ts'
import { problemOf } from '../../../src/bare.ts'
import type { Problem } from '../../../src/problem.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'
import { createTask } from '../../../src/task.ts'
import { clock, qubo, runOf, taskOfTwo, watcher } from './nest.ts'

/** A whole of two equal parts: its answer is the pair of their answers. */
const pair: Problem<number[][]> = {
  name: 'pair',
  input: null,
  sense: 'min',
  build: () => {
    throw new Error('the whole is never built')
  },
  check: (answer) => (answer.length === 2 ? [] : [{ rule: 'two parts', amount: 1, message: 'two parts are needed' }]),
  cost: (answer) => answer.flat().length,
  heuristic: null,
  parts: function* () {
    yield { work: 0 }
    return {
      parts: [problemOf(qubo), problemOf(quboFromCoo(2, [0], [1], [1]))],
      merge: (answers) => answers.map((a) => [...(a as Int8Array)]),
    }
  },
}
const pairTask = () => createTask(pair, { clock, memoryLimitMiB: 64 })

it('byParts gives every part an equal share of what is left and merges the answers', async () => {
  const { solver, runs } = watcher()
  const set = await byParts(solver).sample(pairTask() as never, runOf({ work: 100, timeLimitMs: 60 }))
  expect(runs).toEqual([
    { seed: '0/part 0', work: 50, left: 30 },
    { seed: '0/part 1', work: 90, left: 60 },
  ])
  expect(set).toMatchObject({ work: 20, replay: 'byParts(watcher)' })
  expect(set.samples[0]).toMatchObject({
    answer: [
      [1, 0],
      [1, 0],
    ],
    foundBy: 'watcher',
  })
})

it('byParts refuses a problem that does not fall apart', async () => {
  await expect(byParts(watcher().solver).sample(taskOfTwo(), runOf())).rejects.toMatchObject({ code: 'UNSUPPORTED' })
})

it('byParts gives every part the solver that a replay names', async () => {
  const { solver, runs } = watcher()
  const other = watcher([0, 1])
  const set = await byParts.fromSpec([solver, other.solver], {}, []).sample(pairTask() as never, runOf({ work: 100 }))
  expect([...runs, ...other.runs].map((run) => run.work)).toEqual([50, 90])
  expect(set.samples[0].answer).toEqual([
    [1, 0],
    [0, 1],
  ])
})

it('byParts stops falling apart after three tenths of the work, and a replay names how far it came', async () => {
  const endless: Problem<number[][]> = {
    ...pair,
    parts: function* () {
      let done = 0
      for (let allowance = yield { work: 0 }; allowance > 0; allowance = yield { work: 1 }) done++
      return { parts: [problemOf(qubo), problemOf(qubo)], merge: () => [[done], [0]] }
    },
  }
  const task = () => createTask(endless, { clock, memoryLimitMiB: 64 }) as never
  const { solver, runs } = watcher()
  const set = await byParts(solver).sample(task(), runOf({ work: 100 }))
  expect(set).toMatchObject({ work: 50, replay: 'byParts(watcher,split=30)' })
  expect(runs.map((run) => run.work)).toEqual([35, 60])
  const again = await byParts.fromSpec([solver], { split: 30 }, []).sample(task(), runOf({ work: 1e9 }))
  expect(again.samples).toEqual(set.samples)
})
