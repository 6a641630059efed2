import { describe, expect, test } from 'vitest'
import { flowShop } from '../../../../problems/scheduling/flow-shop/flow-shop.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const twins = (chance: { below(n: number): number }) => {
  const rows = Array.from({ length: 3 }, () => [chance.below(4), chance.below(4)])
  const jobs = Object.fromEntries(rows.map((row, j) => [`job ${j}`, row]))
  return { named: { jobs }, bulk: { durations: Int32Array.from(rows.flat()), machines: 2 } }
}

describe('flowShop', () => {
  test.each(problemPromises(flowShop, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('short first: a leaves at 1 and 1 + 5, b at 6 and 7; the other way b leaves at 5 and 6, a at 11', () => {
    const problem = flowShop({ jobs: { a: [1, 5], b: [5, 1] } })
    expect(problem.cost({ order: ['a', 'b'] })).toBe(7)
    expect(problem.cost({ order: ['b', 'a'] })).toBe(11)
  })

  test('the heuristic orders two machines by Johnson’s rule and proves it', () => {
    const problem = flowShop({ jobs: { a: [5, 1], b: [1, 5], c: [3, 3] } })
    const { out, bound } = runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 100)
    expect(out).toEqual({ order: ['b', 'c', 'a'] })
    // The first machine works 9, then a needs 1 on the second: 10; and 1 + 9 on the second as well.
    expect([problem.cost(out), bound]).toEqual([10, 10])
  })

  test('a missing and a doubled job are named', () => {
    const problem = flowShop({ jobs: { a: [1], b: [2] } })
    expect(problem.check({ order: ['a', 'a'] }).map((v) => v.message)).toEqual([
      'job "a" is 2 times in the order',
      'job "b" is not in the order',
    ])
  })

  test('the bulk shape answers with indices, or with names if given', () => {
    const durations = [
      [3, 1],
      [1, 3],
    ]
    const best = (input: Parameters<typeof flowShop>[0]) =>
      runJob(flowShop(input as never).heuristic!(random('0', 'h')), 1e5, 100).out
    expect(best({ durations })).toEqual({ order: [1, 0] })
    expect(best({ durations, names: ['p', 'q'] })).toEqual({ order: ['q', 'p'] })
  })

  test.each([
    [{ jobs: {} }, /there are no jobs/],
    [{ jobs: { a: [1, 2], b: [1] } }, /job "b" has 1 durations, the first job has 2/],
    [{ jobs: { a: [0.5] } }, /the duration 0.5 of job "a" on machine 0 is not a whole number ≥ 0/],
    [{ jobs: { a: [1] }, machines: ['saw', 'drill'] }, /there are 2 machines and 1 durations per job/],
    [{ durations: [1, 2, 3] }, /"durations" is one list without "machines"/],
    [{ durations: [1, 2, 3], machines: 2 }, /3 durations are no multiple of 2 machines/],
    [{ durations: [[1], [2]], names: ['x', 'x'] }, /NAME_INVALID.*"x" is empty or appears twice/],
    [{ durations: [[2e9], [2e9]] }, /add up to 4000000000/],
  ])('refuses %j', (input, message) => {
    expect(() => flowShop(input as never)).toThrow(message)
  })
})
