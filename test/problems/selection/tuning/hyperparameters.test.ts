import { describe, expect, expectTypeOf, test } from 'vitest'
import { hyperparameters } from '../../../../problems/selection/tuning/hyperparameters.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const parameters = { depth: [2, 4], rate: [0.1, 0.01] } as const
const scores = [
  ['depth', 4, -3],
  ['depth', 4, 'rate', 0.1, 5],
  ['rate', 0.01, 1],
] as const

const twins = (chance: { below(n: number): number }) => {
  const [a, b, c] = [1, 2, 3].map(() => chance.below(9))
  return {
    named: {
      parameters: { x: ['l', 'r'], y: [1, 2] },
      scores: [['x', 'r', a] as const, ['y', 1, b] as const, ['x', 'l', 'y', 2, c] as const],
    },
    bulk: { sizes: [2, 2], own: [0, a, b, 0], pairs: { from: [0], to: [3], score: [c] } },
  }
}

describe('hyperparameters', () => {
  test.each(problemPromises(hyperparameters, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('depth 4 saves 3, with rate 0.1 it costs 5 more: best is 4 with 0.01 at −3 + 1', () => {
    const problem = hyperparameters({ parameters, scores })
    const { out, bound } = runJob(problem.heuristic!(random('0', 'h')), 1e6, 1000)
    expect(out).toEqual({ configuration: { depth: 4, rate: 0.01 } })
    expect([problem.cost(out), bound]).toEqual([-2, -2])
    expectTypeOf(out.configuration.depth).toEqualTypeOf<2 | 4>()
  })

  test('where most is sought, the best is depth 4 with rate 0.1: −3 + 5', () => {
    const problem = hyperparameters({ parameters, scores, sense: 'max' })
    const { out, bound } = runJob(problem.heuristic!(random('0', 'h')), 1e6, 1000)
    expect([problem.sense, problem.cost(out), bound]).toEqual(['max', 2, 2])
  })

  test('a point with no value or two is mended to the cheapest', () => {
    const { decode } = hyperparameters({ parameters, scores }).build()
    expect(decode(Float64Array.of(0, 0, 1, 1))).toEqual({ configuration: { depth: 4, rate: 0.01 } })
  })

  test('a value that is not listed is no answer', () => {
    const wrong = { configuration: { depth: 3, rate: 0.1 } } as never
    expect(hyperparameters({ parameters, scores }).check(wrong)).toMatchObject([{ item: 'depth' }])
  })

  test.each([
    [{ parameters, scores: [['width', 1, 0]] }, '"width" is no parameter'],
    [{ parameters, scores: [['depth', 3, 0]] }, '3 is no value of "depth"'],
    [{ parameters, scores: [['depth', 2, 'depth', 4, 0]] }, 'pairs "depth" with itself'],
    [{ parameters: { a: [1, 1] }, scores: [] }, 'a value of "a" repeats'],
    [{ sizes: [2, 0] }, 'a parameter has 0 options'],
    [{ sizes: [2, 2], own: [1] }, '"own" has 1 scores for 4 options'],
    [{ sizes: [2, 2], pairs: { from: [0], to: [9], score: [1] } }, 'pair 0 names no option'],
    [{ sizes: [2, 2], pairs: { from: [0], to: [1], score: [1] } }, 'pair 0 joins two options of parameter 0'],
  ])('%j is refused', (input, what) => {
    expect(() => hyperparameters(input as never)).toThrow(what)
  })
})

test('the parameters give the names: a score of a misspelt one neither compiles nor is read', () => {
  // @ts-expect-error: a score is of a parameter
  expect(() => hyperparameters({ parameters, scores: [['dpeth', 4, -3]] })).toThrow('"dpeth" is no parameter')
})
