import { expect, it } from 'vitest'
import { problemOf } from '../src/bare.ts'
import { finalists } from '../src/finalists.ts'
import type { Problem } from '../src/problem.ts'
import { quboFromCoo } from '../src/qubo/index.ts'
import { fakeClock } from '../src/run/index.ts'
import { createTask } from '../src/task.ts'

/** minimise −x₀ − 2x₁, where both at 1 are called forbidden. */
const qubo = quboFromCoo(2, [0, 1], [0, 1], [-1, -2])
const problem: Problem<Int8Array> = {
  ...problemOf(qubo),
  check: (x) => (x[0] + x[1] < 2 ? [] : [{ rule: 'not both', amount: 1, message: 'both are taken' }]),
}
const task = createTask(problem, { clock: fakeClock(), memoryLimitMiB: 64 })
const pointsOf = (...points: number[][]) => points.map((p) => task.sampleOf(Float64Array.from(p)))

it('looks from the least energy down to the first feasible point', () => {
  const judged = finalists(task, pointsOf([0, 0], [1, 0], [0, 1], [1, 1]))
  expect(judged.map(({ feasible, answer }) => [feasible, ...(answer as Int8Array)])).toEqual([
    [false, 1, 1],
    [true, 0, 1],
  ])
})

it('looks at sixteen points where none is feasible, and at every answer', () => {
  expect(finalists(task, pointsOf(...new Array(40).fill([1, 1])))).toHaveLength(16)
  const answers = Array.from({ length: 20 }, () => task.sampleOfAnswer(Int8Array.of(0, 0)))
  expect(finalists(task, answers)).toHaveLength(20)
})
