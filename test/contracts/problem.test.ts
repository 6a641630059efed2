import { describe, expect, test } from 'vitest'
import * as problems from '../../problems/index.ts'
import type { ProblemFactory } from '../../src/problem.ts'
import { random } from '../../src/run/index.ts'
import { problemPromises } from './problem.ts'

describe.each(Object.entries(problems))('the problem %s', (name, problem) => {
  const factory = problem as unknown as ProblemFactory<unknown, unknown>
  test('bears the name of its export', () => expect(factory.problemName).toBe(name))
  test('has a picture', () => expect(factory(factory.tiny(random(name, 'picture'))).draw).toBeTypeOf('function'))
  test.each(problemPromises(factory))('$promise', ({ check }) => check())
})
