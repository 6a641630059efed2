import { describe, expect, test } from 'vitest'
import { independentSet } from '../../../../problems/graph/sets/independent-set.ts'
import { problemPromises } from '../../../contracts/problem.ts'
import { setTwins } from './set-twins.ts'

const path = independentSet({
  edges: [
    ['a', 'b'],
    ['b', 'c'],
  ],
  weights: { b: 3 },
})

describe('independentSet', () => {
  test.each(problemPromises(independentSet, { twins: setTwins }).slice(-1))('$promise', ({ check }) => check())

  test('the middle of a path that weighs 3 beats both ends that weigh 1', () => {
    expect([path.cost({ chosen: ['b'] }), path.cost({ chosen: ['a', 'c'] })]).toEqual([3, 2])
  })

  test('joined nodes are not apart', () => {
    expect(path.check({ chosen: ['a', 'b'] }).map((v) => v.message)).toEqual(['nodes "a" and "b" are joined'])
  })

  test('a point with everything on is mended: the node in most conflicts goes', () => {
    const { decode } = path.build()
    expect(decode(Float64Array.from([1, 1, 1]))).toEqual({ chosen: ['a', 'c'] })
    expect(decode(Float64Array.from([1, 0, 0]))).toEqual({ chosen: ['a'] })
  })

  test('a triangle is one rule of its model', () => {
    const triangle = independentSet({ nodes: 3, edges: { from: [0, 1, 0], to: [1, 2, 2] } })
    expect(triangle.build().model.constraints.map((c) => c.name)).toEqual(['apart 0 1 2'])
  })

  test('loops do not count', () => {
    expect(independentSet({ nodes: 1, edges: { from: [0], to: [0] } }).check({ chosen: [0] })).toEqual([])
  })
})
