import { describe, expect, test } from 'vitest'
import { partition } from '../../../../problems/graph/partition/partition.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

/** Two triangles with one edge between. */
const triangles = {
  edges: [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
    ['c', 'd', 2],
    ['d', 'e'],
    ['e', 'f'],
    ['d', 'f'],
  ],
} as const
const halves = partition(triangles)

const twins = (chance: { below(n: number): number }) => {
  const size = 4 + chance.below(3)
  const pairs = Array.from({ length: 9 }, () => [chance.below(size), chance.below(size), 1 + chance.below(4)] as const)
  const names = Array.from({ length: size }, (_, i) => `n${i}`)
  return {
    named: { nodes: names, edges: pairs.map(([a, b, w]): [string, string, number] => [names[a], names[b], w]) },
    bulk: {
      nodes: size,
      edges: { from: pairs.map((p) => p[0]), to: pairs.map((p) => p[1]), weight: pairs.map((p) => p[2]) },
    },
  }
}

describe('partition', () => {
  test.each(problemPromises(partition, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('two triangles part at the edge between them, which weighs 2', () => {
    const { out } = runJob(halves.heuristic!(random('0', 'p')), 1e5, 1e4)
    expect([out, halves.cost(out)]).toEqual([
      {
        parts: [
          ['a', 'b', 'c'],
          ['d', 'e', 'f'],
        ],
      },
      2,
    ])
  })

  test('halves are an exact count of bits', () => {
    const { constraints } = halves.build().model
    expect(constraints.map((c) => [c.name, c.sense, c.bound])).toEqual([['size of part 1', '==', 3]])
  })

  test('with an imbalance of a third, parts of two and four are allowed, of one and five not', () => {
    const loose = partition({ ...triangles, imbalance: 1 / 3 })
    expect(
      loose.check({
        parts: [
          ['a', 'b'],
          ['c', 'd', 'e', 'f'],
        ],
      }),
    ).toEqual([])
    expect(loose.check({ parts: [['a'], ['b', 'c', 'd', 'e', 'f']] }).map((v) => [v.rule, v.amount])).toEqual([
      ['size', 1],
      ['size', 1],
    ])
  })

  test('seven nodes in three parts are three, two and two', () => {
    const seven = partition({ nodes: 7, edges: { from: [0], to: [6] }, parts: 3 })
    expect(seven.build().model.constraints.map((c) => c.bound)).toEqual([3, 2, 2])
    expect(
      seven.check({
        parts: [
          [0, 1, 6],
          [2, 3],
          [4, 5],
        ],
      }),
    ).toEqual([])
  })

  test('a part too large gives what costs least', () => {
    const { decode } = halves.build()
    expect(decode(Float64Array.from([0, 0, 0, 0, 1, 1]))).toEqual({
      parts: [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    })
  })

  test('a cut of nothing ends the search', () => {
    const apart = partition({ nodes: 4, edges: { from: [0, 2], to: [1, 3] } })
    const { out, bound } = runJob(apart.heuristic!(random('0', 'p')), Number.POSITIVE_INFINITY, 1e4)
    expect([apart.cost(out), bound]).toEqual([0, 0])
  })

  test('refuses more pairs of node and part than it could remember', () => {
    const nodes = 1e5
    expect(() => partition({ nodes, edges: { from: [], to: [] }, parts: nodes })).toThrow(
      '100000 parts of 100000 nodes',
    )
  })

  test('refuses more parts than nodes', () => {
    expect(() => partition({ ...triangles, parts: 7 })).toThrow(/7 parts of 6 nodes/)
  })
})
