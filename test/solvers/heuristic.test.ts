import { expect, it } from 'vitest'
import { heuristic } from '../../solvers/heuristic.ts'
import type { Problem } from '../../src/problem.ts'
import { createTask } from '../../src/task.ts'
import { clock, runOf, taskOfTwo } from './strategy/nest.ts'

/** Counts down from 10, one find per unit of work. */
const countdown: Problem<number> = {
  name: 'countdown',
  input: null,
  sense: 'min',
  build: () => {
    throw new Error('no model is needed')
  },
  check: () => [],
  cost: (answer) => answer,
  parts: null,
  heuristic: function* () {
    let value = 10
    for (let allowance = yield { work: 0 }; allowance > 0 && value > 0; allowance = yield { work: 1, find: value })
      value--
    return value
  },
}
const sampleWith = (work?: number) =>
  heuristic().sample(createTask(countdown, { clock, memoryLimitMiB: 64 }) as never, runOf({ work }))

it('the domain method runs until it ends by itself', async () => {
  expect(await sampleWith()).toMatchObject({
    stop: 'finished',
    work: 10,
    replay: 'heuristic',
    samples: [{ answer: 0, foundBy: 'heuristic' }],
  })
})

it('the domain method stops at the work budget and its replay names the work', async () => {
  expect(await sampleWith(4)).toMatchObject({
    stop: 'budget',
    work: 4,
    replay: 'heuristic(work=4)',
    samples: [{ answer: 6 }],
  })
})

it('a bound that the answer meets is a proof', async () => {
  const proving: Problem<number> = {
    ...countdown,
    heuristic: function* () {
      yield { work: 0 }
      const allowance = yield { work: 1, find: 7, bound: 6 }
      if (allowance > 0) yield { work: 1, bound: 7 }
      return 7
    },
  }
  const task = createTask(proving, { clock, memoryLimitMiB: 64 }) as never
  expect(await heuristic().sample(task, runOf())).toMatchObject({ proof: 'optimal', bound: 7, stop: 'finished' })
  expect(await heuristic().sample(task, runOf({ work: 1 }))).toMatchObject({ proof: null, bound: 6, stop: 'budget' })
})

it.each(['min', 'max'] as const)('a bound that no cost can meet proves that there is no answer (%s)', async (sense) => {
  const hopeless: Problem<number> = {
    ...countdown,
    sense,
    check: () => [{ rule: 'never', amount: 1, message: 'nothing will do' }],
    heuristic: function* () {
      yield { work: 0 }
      yield { work: 1, bound: sense === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY }
      return 3
    },
  }
  const task = createTask(hopeless, { clock, memoryLimitMiB: 64 }) as never
  expect(await heuristic().sample(task, runOf())).toMatchObject({ proof: 'infeasible', bound: null, stop: 'finished' })
})

it('a problem without a domain method is refused', async () => {
  await expect(heuristic().sample(taskOfTwo(), runOf())).rejects.toMatchObject({ code: 'UNSUPPORTED' })
})
