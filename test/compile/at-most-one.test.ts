import { describe, expect, it } from 'vitest'
import { atMostOne } from '../../src/compile/at-most-one.ts'
import { Model } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'

describe('at most one as pairs', () => {
  it('x + y + z <= 1 becomes P·(xy + xz + yz), P above the gain of 2x', () => {
    const model = new Model()
    const [x, y, z] = [model.bit('x'), model.bit('y'), model.bit('z')]
    model.minimise([-2, x]).atMostOne('few', [x, y, z])
    expect(String(atMostOne(model).to)).toBe('minimise −2·x + 3·x·y + 3·x·z + 3·y·z\nx, y, z ∈ {0, 1}')
  })

  it('leaves wishes and other constraints', () => {
    const model = new Model()
    const first = model.bits(3)
    model.atMostOne('wish', [first, first + 1, first + 2], 1).exactlyOne('rule', [first, first + 1])
    expect(atMostOne(model).to.constraints.map((c) => c.name)).toEqual(['wish', 'rule'])
  })

  for (const { promise, check } of rewritePromises('atMostOne', atMostOne)) it(promise, check)
})
