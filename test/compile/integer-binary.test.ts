import { describe, expect, it } from 'vitest'
import { cappedPowers, integerBinary, integerBinaryWhere } from '../../src/compile/integer-binary.ts'
import { Model } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'
import { everything, tinyModels } from '../contracts/tiny-models.ts'

describe('integers in binary', () => {
  it.each([
    [0, []],
    [1, [1]],
    [7, [1, 2, 4]],
    [9, [1, 2, 4, 2]],
  ])('a range of %i takes the powers %j', (range, powers) => {
    expect(cappedPowers(range)).toEqual(powers)
  })

  it('n in [2, 5] becomes 2 + n.0 + 2·n.1', () => {
    const model = new Model()
    const n = model.integer(2, 5, 'n')
    model.minimise([10, n]).subjectTo('cap', [[1, n]], '<=', 4)
    expect(String(integerBinary(model).to)).toBe(
      ['minimise 10·n.0 + 20·n.1 + 20', 'subject to cap: n.0 + 2·n.1 <= 2', 'n.0, n.1 ∈ {0, 1}'].join('\n'),
    )
  })

  it('writes every value of a capped range', () => {
    const model = new Model()
    model.integer(0, 9)
    const { lift, lower } = integerBinary(model)
    for (let value = 0; value <= 9; value++) expect(lift(lower(Float64Array.of(value)) as Float64Array)[0]).toBe(value)
    expect(lower(Float64Array.of(10))).toBeNull()
    expect(lower(Float64Array.of(1.5))).toBeNull()
  })

  it('leaves the integers that it is not asked for', () => {
    const model = new Model()
    model.integer(0, 3, 'n')
    model.integer(0, 3, 'm')
    expect(integerBinaryWhere((c) => c === 1)(model).to.domains).toEqual(['integer', 'bit', 'bit'])
  })

  const models = tinyModels({ ...everything, integers: 2 })
  for (const { promise, check } of rewritePromises('integerBinary', integerBinary, { models })) it(promise, check)
})
