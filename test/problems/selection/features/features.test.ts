import { describe, expect, test } from 'vitest'
import { features } from '../../../../problems/selection/features/features.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

/** The class has four values, two bits; "high" and "low" tell one each, "copy" repeats "high", "flat" is constant. */
const target = ['a', 'b', 'c', 'd']
const columns = { high: [0, 0, 1, 1], copy: [0, 0, 1, 1], low: [0, 1, 0, 1], flat: [2, 2, 2, 2] }

const twins = (chance: { below(n: number): number }) => {
  const list = () => Array.from({ length: 8 }, () => chance.below(4))
  const [x, y, z, classes] = [list(), list(), list(), list()]
  return {
    named: { columns: { x, y, z }, target: classes.map((c) => `class ${c}`), choose: 2 },
    bulk: { rows: 8, columns: [x, y, z], target: classes, choose: 2 },
  }
}

describe('features', () => {
  test.each(problemPromises(features, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('two features of one bit each, independent, score 2; a feature and its copy score 1 + 1 − 2·1', () => {
    const problem = features({ columns, target, choose: 2 })
    expect(problem.cost({ chosen: ['high', 'low'] })).toBe(2)
    expect(problem.cost({ chosen: ['high', 'copy'] })).toBe(0)
    expect(problem.cost({ chosen: ['high', 'flat'] })).toBe(1)
  })

  test('redundancy 0 looks at relevance alone', () => {
    expect(features({ columns, target, choose: 2, redundancy: 0 }).cost({ chosen: ['high', 'copy'] })).toBe(2)
  })

  test('the heuristic picks both bits', () => {
    const problem = features({ columns, target, choose: 2 })
    const { out } = runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 100)
    expect(out).toEqual({ chosen: ['high', 'low'] })
  })

  test('a point with too few or too many is mended', () => {
    const { decode } = features({ columns, target, choose: 2 }).build()
    expect(decode(Float64Array.of(1, 0, 0, 0))).toEqual({ chosen: ['high', 'low'] })
    expect(decode(Float64Array.of(1, 0, 1, 1))).toEqual({ chosen: ['high', 'low'] })
  })

  test('the bulk shape answers with numbers, or with names if given', () => {
    const bulk = { rows: 4, columns: Object.values(columns), target: [0, 1, 2, 3], choose: 1 }
    expect(
      features(bulk)
        .build()
        .decode(Float64Array.of(0, 0, 1, 0)),
    ).toEqual({ chosen: [2] })
    expect(
      features({ ...bulk, names: ['p', 'q', 'r', 's'] })
        .build()
        .decode(Float64Array.of(0, 0, 1, 0)),
    ).toEqual({ chosen: ['r'] })
  })

  test.each([
    [{ columns, target, choose: 5 }, /"choose" is 5 but there are 4 features/],
    [{ columns: { x: [1, 2] }, target: ['a'], choose: 1 }, /feature "x" has 2 values for 1 rows/],
    [
      { rows: 1, columns: [[1], [2]], target: [0], names: ['x', 'x'], choose: 1 },
      /NAME_INVALID.*"x" is empty or appears twice/,
    ],
    [{ columns: { x: [Number.NaN] }, target: ['a'], choose: 1 }, /entry 0 is NaN, not a finite number/],
    [{ columns, target, choose: 0 }, /choose/],
  ])('refuses %j', (input, message) => {
    expect(() => features(input as never)).toThrow(message)
  })
})

test('likeness may be correlation: of two columns that mirror each other only one is worth having', () => {
  const columns = { up: [0, 0, 1, 1], down: [1, 1, 0, 0], other: [0, 1, 0, 1] }
  const target = ['a', 'a', 'b', 'b']
  const by = (between: 'information' | 'correlation') => features({ columns, target, choose: 2, between })
  // relevance: up 1 bit, down 1 bit, other 0; likeness of up and down: I = 1 bit, |ρ| = 1; 2/(2 − 1) = 2 for the pair.
  expect(by('information').cost({ chosen: ['up', 'down'] })).toBe(0)
  expect(by('correlation').cost({ chosen: ['up', 'down'] })).toBe(0)
  expect(by('correlation').cost({ chosen: ['up', 'other'] })).toBe(1)
})
