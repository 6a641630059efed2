import { expect, it } from 'vitest'
import { maxCut, tsp } from '../../problems/index.ts'
import { extentOf } from '../../solvers/extent.ts'
import { fakeClock } from '../../src/run/index.ts'
import { createTask, type Task } from '../../src/task.ts'

const taskOf = (problem: object) => createTask(problem as never, { clock: fakeClock(), memoryLimitMiB: 64 }) as Task

it('the extent of a form is read off the form', () => {
  const task = taskOf(
    maxCut({
      edges: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    }),
  )
  expect(extentOf(task)).toEqual({ variables: 3, products: 2, free: true })
  expect(task.built).toBe(false)
})

it('the extent of a tour of four is its permutation of three', () => {
  // 9 bits; between consecutive positions (2 times) every ordered pair of 3 cities: 2 · 6 products
  const task = taskOf(tsp({ cities: { a: [0, 0], b: [0, 1], c: [1, 1], d: [1, 0] } }))
  expect(extentOf(task)).toEqual({ variables: 9, products: 12, free: false })
})
