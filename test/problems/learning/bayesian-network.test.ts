import { describe, expect, test } from 'vitest'
import { bayesianNetwork } from '../../../problems/learning/bayesian-network.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'
import { problemPromises } from '../../contracts/problem.ts'

/** Eight rows: b repeats a, c is a coin of its own. */
const a = [0, 0, 0, 0, 1, 1, 1, 1]
const c = [0, 1, 0, 1, 0, 1, 0, 1]
const bulk = { rows: 8, columns: [a, a, c], names: ['a', 'b', 'c'] }

const twins = (chance: { below(n: number): number }) => {
  const columns = [0, 1, 2].map(() => Array.from({ length: 9 }, (_, r) => (r === 0 ? 0 : chance.below(2))))
  const [x, y, z] = columns.map((list) => list.map((state) => `state ${state}`))
  return { named: { data: { x, y, z } }, bulk: { rows: 9, columns } }
}

describe('bayesianNetwork', () => {
  test.each(problemPromises(bayesianNetwork, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('BIC: a coin of 8 rows costs 8 ln 2 + ½ ln 8, a copy of a known one two parameters', () => {
    const problem = bayesianNetwork(bulk)
    const coin = 8 * Math.LN2 + Math.log(8) / 2
    expect(problem.cost({ edges: [] })).toBeCloseTo(3 * coin, 12)
    expect(problem.cost({ edges: [['a', 'b']] })).toBeCloseTo(2 * coin + Math.log(8), 12)
  })

  test('BDeu, one row of one binary variable: ln 2', () => {
    expect(bayesianNetwork({ rows: 1, columns: [[0]], arities: [2], score: 'bdeu' }).cost({ edges: [] })).toBeCloseTo(
      Math.LN2,
      14,
    )
  })

  test('BDeu costs the same for both directions of an edge, as equivalent networks must', () => {
    const problem = bayesianNetwork({ ...bulk, score: 'bdeu', ess: 3 })
    expect(problem.cost({ edges: [['a', 'c']] })).toBeCloseTo(problem.cost({ edges: [['c', 'a']] }), 11)
  })

  test('the heuristic joins the copies and proves it', () => {
    const problem = bayesianNetwork(bulk)
    const { out, bound } = runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1000)
    expect(out.edges.map((edge) => [...edge].sort())).toEqual([['a', 'b']])
    expect(bound).toBe(problem.cost(out))
  })
})

describe('the rules of bayesianNetwork', () => {
  test('what breaks a rule is named', () => {
    const problem = bayesianNetwork({ ...bulk, parents: 1, required: [['a', 'b']], forbidden: [['c', 'a']] })
    const rules = (edges: [string, string][]) => problem.check({ edges }).map(({ rule }) => rule)
    expect(rules([['a', 'b']])).toEqual([])
    expect(rules([])).toEqual(['required'])
    expect(
      rules([
        ['a', 'b'],
        ['c', 'a'],
      ]),
    ).toEqual(['forbidden'])
    expect(
      rules([
        ['a', 'b'],
        ['c', 'b'],
      ]),
    ).toEqual(['parents'])
    expect(
      rules([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toEqual(['acyclic'])
    expect(
      rules([
        ['a', 'b'],
        ['a', 'b'],
      ] as [string, string][]),
    ).toEqual(['each edge once'])
    expect(
      rules([
        ['a', 'b'],
        ['a', 'd'],
      ]),
    ).toEqual(['known variable'])
  })

  test('required and forbidden edges are kept by the heuristic', () => {
    const problem = bayesianNetwork({ ...bulk, required: [['c', 'a']], forbidden: [['a', 'b']] })
    const { out } = runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1000)
    expect(problem.check(out)).toEqual([])
    expect(out.edges).toContainEqual(['b', 'a'])
  })

  test('listed scores are taken as they are: 0 ← 1 for 5 beats 1 ← 0 for 3', () => {
    const problem = bayesianNetwork({
      variables: 2,
      scores: [
        { variable: 0, parents: [], score: -9 },
        { variable: 0, parents: [1], score: -4 },
        { variable: 1, parents: [], score: -9 },
        { variable: 1, parents: [0], score: -6 },
      ],
    })
    const { out, bound } = runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1000)
    expect([out, problem.cost(out), bound]).toEqual([{ edges: [[1, 0]] }, 13, 13])
  })

  test.each([
    [{ ...bulk, required: [['a', 'b'] as const, ['b', 'a'] as const] }, 'the required edges form a cycle'],
    [{ ...bulk, required: [['a', 'x'] as const] }, '"required" speaks of "x"'],
    [{ ...bulk, arities: [2, 2, 1] }, 'row 1 of variable "c" is 1'],
    [{ ...bulk, rows: 7 }, 'variable "a" has 8 values for 7 rows'],
    [{ ...bulk, names: ['a', 'a', 'c'] }, 'variable name "a" is empty or appears twice'],
  ])('refuses what cannot be', (input, complaint) => {
    expect(() => bayesianNetwork(input as Parameters<typeof bayesianNetwork>[0])).toThrow(complaint)
  })
})

test('the data give the names: a misspelt one among the required neither compiles nor is read', () => {
  // @ts-expect-error: an edge joins variables
  expect(() => bayesianNetwork({ data: { rain: [0, 1], wet: [0, 1] }, required: [['rian', 'wet']] })).toThrow('"rian"')
})
