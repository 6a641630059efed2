import { expect, it } from 'vitest'
import { maxCut, qubo } from '../../../problems/index.ts'
import { questionHash } from '../../../solvers/strategy/question-hash.ts'
import { problemOf } from '../../../src/bare.ts'
import { Model } from '../../../src/model/index.ts'
import type { Problem } from '../../../src/problem.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'
import { fakeClock } from '../../../src/run/index.ts'
import { createTask, type Task } from '../../../src/task.ts'

const hashOf = (problem: unknown) =>
  questionHash(createTask(problem as Problem, { clock: fakeClock(), memoryLimitMiB: 64 }) as Task)

it('equal questions have equal hashes, others have others', () => {
  const graph = (weight: number) => maxCut({ edges: [['a', 'b', weight]] })
  expect(hashOf(graph(1))).toBe(hashOf(graph(1)))
  expect(hashOf(graph(1))).not.toBe(hashOf(graph(2)))
})

it('typed arrays count by kind and numbers', () => {
  const form = (values: ArrayLike<number>) => qubo({ size: 2, rows: [0], columns: [1], values })
  expect(hashOf(form(Float64Array.of(3)))).toBe(hashOf(form(Float64Array.of(3))))
  expect(hashOf(form(Float64Array.of(3)))).not.toBe(hashOf(form(Float64Array.of(4))))
})

it('bare forms and models are hashed themselves', () => {
  expect(hashOf(problemOf(quboFromCoo(2, [0], [1], [1])))).not.toBe(hashOf(problemOf(quboFromCoo(2, [0], [1], [2]))))
  const model = (value: number) => new Model().minimise(value)
  expect(hashOf(problemOf(model(1)))).not.toBe(hashOf(problemOf(model(2))))
})
