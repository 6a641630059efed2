import { describe, expect, it } from 'vitest'
import { integerOneHot } from '../../src/compile/integer-one-hot.ts'
import { Model } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'
import { everything, tinyModels } from '../contracts/tiny-models.ts'

describe('integers as one bit per value', () => {
  it('n in [2, 4] becomes 2·[n=2] + 3·[n=3] + 4·[n=4], exactly one of them', () => {
    const model = new Model()
    model.minimise([10, model.integer(2, 4, 'n')])
    expect(String(integerOneHot(model).to)).toBe(
      ['minimise 20·n=2 + 30·n=3 + 40·n=4', 'one of n: n=2, n=3, n=4', 'n=2, n=3, n=4 ∈ {0, 1}'].join('\n'),
    )
  })

  it('a broken group lifts into the domain', () => {
    const model = new Model()
    model.integer(2, 4)
    const { lift } = integerOneHot(model)
    expect([...lift(Float64Array.of(0, 0, 0)), ...lift(Float64Array.of(1, 1, 1))]).toEqual([2, 4])
  })

  const models = tinyModels({ ...everything, bits: 2 })
  for (const { promise, check } of rewritePromises('integerOneHot', integerOneHot, { models })) it(promise, check)
})
