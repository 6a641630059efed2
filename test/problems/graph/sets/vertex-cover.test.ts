import { describe, expect, test } from 'vitest'
import { vertexCover } from '../../../../problems/graph/sets/vertex-cover.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'
import { setTwins } from './set-twins.ts'

const path = vertexCover({
  edges: [
    ['a', 'b'],
    ['b', 'c'],
  ],
  weights: { b: 3 },
})

describe('vertexCover', () => {
  test.each(problemPromises(vertexCover, { twins: setTwins }).slice(-1))('$promise', ({ check }) => check())

  test('the ends of a path cost 2 where its middle costs 3', () => {
    expect([path.cost({ chosen: ['a', 'c'] }), path.cost({ chosen: ['b'] })]).toEqual([2, 3])
  })

  test('an edge without a chosen end is a violation', () => {
    expect(path.check({ chosen: ['a'] }).map((v) => v.message)).toEqual(['the edge of "b" and "c" is not covered'])
  })

  test('a point with nothing on is mended by the node that covers most', () => {
    expect(path.build().decode(new Float64Array(3))).toEqual({ chosen: ['b'] })
  })

  test('the heuristic proves that the ends are best', () => {
    const { out, bound } = runJob(path.heuristic!(random('0', 'cover')), Number.POSITIVE_INFINITY, 1e4)
    expect([out, bound]).toEqual([{ chosen: ['a', 'c'] }, 2])
  })
})
