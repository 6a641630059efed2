import { describe, expect, test } from 'vitest'
import { clique } from '../../../../problems/graph/sets/clique.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'
import { setTwins } from './set-twins.ts'

/** A triangle with a tail. */
const kite = clique({
  edges: [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
    ['c', 'd'],
  ],
})

describe('clique', () => {
  test.each(problemPromises(clique, { twins: setTwins }).slice(-1))('$promise', ({ check }) => check())

  test('the triangle of a kite has no violation, the tail and the far corner have one', () => {
    expect(kite.check({ chosen: ['a', 'b', 'c'] })).toEqual([])
    expect(kite.check({ chosen: ['a', 'd'] }).map((v) => v.message)).toEqual(['nodes "a" and "d" are not joined'])
  })

  test('the model joins what the graph does not: two pairs of a kite are absent', () => {
    expect(kite.build().model.constraints.map((c) => c.name)).toEqual(['joined a d', 'joined b d'])
  })

  test('the heuristic finds the triangle and proves it', () => {
    const { out, bound } = runJob(kite.heuristic!(random('0', 'clique')), Number.POSITIVE_INFINITY, 1e4)
    expect([out, bound]).toEqual([{ chosen: ['a', 'b', 'c'] }, 3])
  })
})
