import { describe, expect, test } from 'vitest'
import { mycielski } from '../../../../instances/generators/index.ts'
import { colouring } from '../../../../problems/graph/colouring/colouring.ts'
import { heuristic, solve } from '../../../../src/index.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const path = colouring({
  edges: [
    ['a', 'b'],
    ['b', 'c'],
  ],
})
const triangle = { nodes: 3, edges: { from: [0, 1, 2], to: [1, 2, 0] } }

const twins = (chance: { below(n: number): number }) => {
  const size = 3 + chance.below(3)
  const pairs = Array.from({ length: 5 }, () => [chance.below(size), chance.below(size)] as const)
  const names = Array.from({ length: size }, (_, i) => `n${i}`)
  return {
    named: { nodes: names, edges: pairs.map(([a, b]): [string, string] => [names[a], names[b]]) },
    bulk: { nodes: size, edges: { from: pairs.map((p) => p[0]), to: pairs.map((p) => p[1]) } },
  }
}

describe('colouring', () => {
  test.each(problemPromises(colouring, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('a path takes two colours: its ends and its middle', () => {
    const { out, bound } = runJob(path.heuristic!(random('0', 'c')), Number.POSITIVE_INFINITY, 1e4)
    expect([out, bound, path.cost(out)]).toEqual([{ classes: [['a', 'c'], ['b']] }, 2, 2])
  })

  test('what is joined and alike, missing, doubled, unknown or empty is told', () => {
    const rules = path.check({ classes: [['a', 'b'], ['b', 'z' as 'b'], []] }).map((v) => v.rule)
    expect(rules.sort()).toEqual(['known node', 'one colour each', 'one colour each', 'used'])
    expect(path.check({ classes: [['a', 'b'], ['c']] }).map((v) => v.rule)).toEqual(['differ'])
  })

  test('a limit is a rule: a triangle has no colouring with two colours, and says by how many it fails', () => {
    const two = colouring({ ...triangle, colours: 2 })
    const { out, finds } = runJob(two.heuristic!(random('0', 'c')), 1e5, 1e4)
    expect([finds.length, two.check(out).map((v) => [v.rule, v.amount])]).toEqual([0, [['colours', 1]]])
  })

  test('a clique of more nodes than there may be colours proves that there is no answer', async () => {
    const report = await solve(colouring({ ...triangle, colours: 2 }), { solver: heuristic() })
    expect([report.status, report.feasible]).toEqual(['infeasible', false])
  })

  test('so does a search of the whole tree: a graph without triangles that needs 4 colours', () => {
    const three = colouring({ ...mycielski({ colours: 4 }), colours: 3 })
    const { finds, bound } = runJob(three.heuristic!(random('0', 'c')), Number.POSITIVE_INFINITY, 1e4)
    expect([finds.length, bound]).toEqual([0, Number.POSITIVE_INFINITY])
  })

  test('a point with conflicts is mended', () => {
    const { model, decode } = colouring(triangle).build()
    expect(decode(new Float64Array(model.size))).toEqual({ classes: [[0], [1], [2]] })
  })

  test('refuses no colours at all', () => {
    expect(() => colouring({ ...triangle, colours: 0 })).toThrow(/colours/)
  })
})
