import { describe, expect, test } from 'vitest'
import { setCover } from '../../../problems/covers/set-cover.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'
import { problemPromises } from '../../contracts/problem.ts'

const twins = (chance: { below(n: number): number }) => {
  const sets = Array.from({ length: 4 }, () => [0, 1, 2, 3].filter(() => chance.below(2) === 0))
  const all = [[0, 1, 2, 3], ...sets]
  const costs = all.map(() => chance.below(6))
  return {
    named: {
      sets: Object.fromEntries(all.map((list, j) => [`s${j}`, list.map((i) => `e${i}`)])),
      costs: Object.fromEntries(costs.map((c, j) => [`s${j}`, c])),
    },
    bulk: { elements: 4, sets: all, costs },
  }
}

describe('setCover', () => {
  test.each(problemPromises(setCover, { twins }).slice(-1))('$promise', ({ check }) => check())

  const problem = setCover({ sets: { a: ['x', 'y'], b: ['y', 'z'], c: ['z'] }, costs: { a: 2, b: 3 } })

  test('a cover costs the sum of its sets, 1 where nothing is said', () => {
    expect(problem.cost({ chosen: ['a', 'c'] })).toBe(3)
    expect(problem.check({ chosen: ['a', 'c'] })).toEqual([])
  })

  test('an uncovered element, a repeated and an unknown set are three violations', () => {
    const rules = problem.check({ chosen: ['a', 'a', 'q' as 'a'] }).map((v) => `${v.rule}: ${v.item}`)
    expect(rules).toEqual(['chosen once: a', 'known set: q', 'cover: z'])
  })

  test('nothing chosen is mended, a redundant cover is left as it is', () => {
    const { decode, encode } = problem.build()
    expect(decode(Float64Array.of(0, 0, 0))).toEqual({ chosen: ['a', 'c'] })
    const all = { chosen: ['a', 'b', 'c'] as const }
    expect(decode(encode(all) as Float64Array)).toEqual(all)
  })

  test('the heuristic proves that two halves of ten are best', () => {
    const half = (from: number) => Array.from({ length: 5 }, (_, k) => from + k)
    const big = setCover({ elements: 10, sets: [half(0), half(5), half(2), half(3)] })
    const { out, bound } = runJob(big.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1e6)
    expect([out, bound]).toEqual([{ chosen: [0, 1] }, 2])
  })
})

test('the sets give the names: a cost of a misspelt one neither compiles nor is read', () => {
  // @ts-expect-error: a cost is of a set
  expect(() => setCover({ sets: { a: ['x'], b: ['x'] }, costs: { bb: 2 } })).toThrow('"bb", which is no set')
})
