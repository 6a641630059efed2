import { describe, expect, test } from 'vitest'
import * as problems from '../../problems/index.ts'
import type { ProblemFactory } from '../../src/problem.ts'
import { problemPromises } from './problem.ts'

describe.each(Object.entries(problems))('the problem %s', (name, problem) => {
  const factory = problem as unknown as ProblemFactory<unknown, unknown>
  test('bears the name of its export', () => expect(factory.problemName).toBe(name))
  test.each(problemPromises(factory))('$promise', ({ check }) => check())
})
