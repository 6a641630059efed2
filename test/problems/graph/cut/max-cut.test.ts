import { UndirectedGraph } from 'graphology'
import { describe, expect, test } from 'vitest'
import { maxCut } from '../../../../problems/graph/cut/max-cut.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const triangle = maxCut({
  edges: [
    ['a', 'b', 3],
    ['b', 'c', 4],
    ['a', 'c', 5],
  ],
})

const twins = (chance: { below(n: number): number }) => {
  const size = 3 + chance.below(5)
  const pairs = Array.from({ length: 9 }, () => [chance.below(size), chance.below(size), chance.below(9) - 2] as const)
  const names = Array.from({ length: size }, (_, i) => `n${i}`)
  return {
    named: { nodes: names, edges: pairs.map(([a, b, w]): [string, string, number] => [names[a], names[b], w]) },
    bulk: {
      nodes: size,
      edges: { from: pairs.map((p) => p[0]), to: pairs.map((p) => p[1]), weight: pairs.map((p) => p[2]) },
    },
  }
}

describe('maxCut', () => {
  test.each(problemPromises(maxCut, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('a cut weighs what crosses it: {c} against {a, b} of the triangle 3, 4, 5 weighs 9', () => {
    expect(triangle.cost({ left: ['a', 'b'], right: ['c'] })).toBe(9)
  })

  test('the objective is the negated cut', () => {
    expect(triangle.build().model.objective.at([0, 0, 1])).toBe(-9)
  })

  test('loops never count and repeated edges add up', () => {
    const doubled = maxCut({ nodes: 2, edges: { from: [0, 0, 1], to: [0, 1, 0], weight: [50, 2, 3] } })
    expect(doubled.cost({ left: [0], right: [1] })).toBe(5)
    expect(doubled.build().model.objective.at([0, 1])).toBe(-5)
  })

  test('a missing, a repeated and an unknown node are three violations', () => {
    const rules = triangle.check({ left: ['a', 'a'], right: ['b', 'z' as 'b'] }).map((v) => `${v.rule}: ${v.item}`)
    expect(rules).toEqual(['known node: z', 'one side each: a', 'one side each: c'])
  })

  test('a graphology graph is taken with its weights and places', () => {
    const graph = new UndirectedGraph()
    graph.addNode('p', { x: 0, y: 0 })
    graph.addNode('q', { x: 1, y: 1 })
    graph.addEdge('p', 'q', { weight: 7 })
    const problem = maxCut({ graph })
    expect(problem.cost({ left: ['p'], right: ['q'] })).toBe(7)
    expect(problem.draw?.({ left: ['p'], right: ['q'] })).toContain('cut 7')
  })

  test('the heuristic cuts every edge of an even cycle', () => {
    const from = Array.from({ length: 60 }, (_, i) => i)
    const cycle = maxCut({ nodes: 60, edges: { from, to: from.map((i) => (i + 1) % 60) } })
    const { out } = runJob(cycle.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1e9)
    expect(cycle.cost(out)).toBe(60)
  })

  test('with negative weights everything on one side may be best', () => {
    const cold = maxCut({ nodes: 3, edges: { from: [0, 1, 0], to: [1, 2, 2], weight: [-1, -2, -3] } })
    const { out } = runJob(cold.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1e9)
    expect(cold.cost(out)).toBe(0)
  })

  test.each([
    [{ nodes: 3, edges: { from: [0], to: [3] } }, /edges\.to: entry 0 is 3/],
    [{ nodes: 3, edges: { from: [0.5], to: [1] } }, /entry 0 is 0\.5/],
    [{ nodes: 3, edges: { from: [0], to: [1, 2] } }, /"to" has 2 entries but "from" has 1/],
    [{ nodes: 3, edges: { from: [0], to: [1], weight: [Number.NaN] } }, /entry 0 is NaN, not a finite number/],
    [{ nodes: ['a', 'a'], edges: [] }, /NAME_INVALID.*"a" is listed twice/],
    [{ edges: [['a', 5]] }, /edges\.0\.1/],
  ])('refuses %j', (input, message) => {
    expect(() => maxCut(input as never)).toThrow(message)
  })
})
