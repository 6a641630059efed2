import { describe, expect, test } from 'vitest'
import { sat } from '../../../problems/clauses/sat.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'
import { problemPromises } from '../../contracts/problem.ts'

const twins = (chance: { below(n: number): number }) => {
  const clauses = Array.from({ length: 5 }, () =>
    Array.from({ length: 1 + chance.below(3) }, () => (1 + chance.below(4)) * (chance.below(2) ? 1 : -1)),
  )
  const weights = clauses.map(() => chance.below(5))
  const name = (k: number) => `${k < 0 ? '!' : ''}v${Math.abs(k)}`
  const all = [1, 2, 3, 4]
  return {
    named: { clauses: [...clauses.map((clause) => clause.map(name)), all.map(name)], weights: [...weights, 1] },
    bulk: { variables: 4, clauses: [...clauses, all], weights: [...weights, 1] },
  }
}

describe('sat', () => {
  test.each(problemPromises(sat, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('the cost is the weight of what stays unsatisfied', () => {
    const problem = sat({ clauses: [['a', 'b'], ['!a'], ['!b']], weights: [4, 2, 1] })
    expect(problem.cost({ a: 0, b: 0 })).toBe(4)
    expect(problem.cost({ a: 1, b: 1 })).toBe(3)
  })

  test('a broken hard clause is a violation in words', () => {
    const problem = sat({ clauses: [['a']], hard: [['!a', 'b']] })
    expect(problem.check({ a: 1, b: 0 }).map((v) => v.message)).toEqual(['the hard clause "!a or b" does not hold'])
    expect(problem.check({ a: 1, b: 1 })).toEqual([])
  })

  test('one of each sign is contradictory: one clause stays unsatisfied, and the heuristic proves it', () => {
    const problem = sat({ variables: 1, clauses: [[1], [-1]] })
    const { out, bound } = runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1e5)
    expect([problem.cost(out), bound]).toEqual([1, 1])
  })

  test('a clause of three costs one helper bit, one of five two, a hard one none', () => {
    const size = (input: object) => sat(input as never).build().model.size
    expect(size({ clauses: [['a', 'b', 'c']] })).toBe(3 + 1)
    expect(size({ clauses: [['a', '!b', 'c', 'd', 'e']] })).toBe(5 + 2)
    expect(size({ clauses: [], hard: [['a', 'b', 'c']] })).toBe(3)
  })

  test('the picture counts what stays unsatisfied', () => {
    const problem = sat({ variables: 2, clauses: [[1], [2]] })
    expect(problem.draw?.([0, 1])).toContain('unsatisfied: 1')
  })
})
