import { describe, expect, it } from 'vitest'
import { oneHot } from '../../src/compile/one-hot.ts'
import { Model } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'

describe('structures as constraints', () => {
  it('a choice becomes exactly one, an order of two becomes four of them', () => {
    const model = new Model()
    model.choice('colour', ['red', 'blue'])
    model.permutation('tour', 2)
    expect(String(oneHot([])(model).to).split('\n').slice(1, -1)).toEqual([
      'subject to colour: colour=red + colour=blue == 1',
      'subject to tour item 0: tour[0@0] + tour[0@1] == 1',
      'subject to tour item 1: tour[1@0] + tour[1@1] == 1',
      'subject to tour position 0: tour[0@0] + tour[1@0] == 1',
      'subject to tour position 1: tour[0@1] + tour[1@1] == 1',
    ])
  })

  it('native structures stay', () => {
    const model = new Model()
    model.choice('colour', ['red', 'blue'])
    model.permutation('tour', 2)
    const { to } = oneHot(['permutation'])(model)
    expect([to.structures.length, to.constraints.length]).toEqual([1, 1])
  })

  for (const { promise, check } of rewritePromises('oneHot', oneHot([]))) it(promise, check)
})
