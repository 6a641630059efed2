import { describe, expect, it } from 'vitest'
import { integerDomainWall } from '../../src/compile/integer-domain-wall.ts'
import { Model } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'
import { everything, tinyModels } from '../contracts/tiny-models.ts'

describe('integers as walls', () => {
  it('n in [2, 4] becomes 2 + [n≥3] + [n≥4] with a wish for an intact wall', () => {
    const model = new Model()
    model.minimise([10, model.integer(2, 4, 'n')])
    expect(String(integerDomainWall(model).to)).toBe(
      ['minimise 10·n≥3 + 10·n≥4 + 20', 'wish (weight 1) wall of n: n≥4 − n≥3 <= 0', 'n≥3, n≥4 ∈ {0, 1}'].join('\n'),
    )
  })

  const models = tinyModels({ ...everything, bits: 2 })
  for (const { promise, check } of rewritePromises('integerDomainWall', integerDomainWall, { models }))
    it(promise, check)
})
