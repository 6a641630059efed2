import { describe, expect, it } from 'vitest'
import { activity, inWholeNumbers, worstViolation } from '../../src/compile/whole-numbers.ts'
import { type Constraint, Model, type Sense } from '../../src/model/index.ts'

const constraint = (
  coefficients: number[],
  sense: Sense,
  bound: number,
  weight = Number.POSITIVE_INFINITY,
): Constraint => ({
  name: 'cap',
  kind: 'linear',
  sense,
  bound,
  weight,
  columns: Uint32Array.from(coefficients, (_, k) => k),
  coefficients: Float64Array.from(coefficients),
})

const shown = (c: Constraint) => {
  const { coefficients, bound, factor } = inWholeNumbers(c)
  return [...coefficients, bound, factor]
}

describe('constraints in whole numbers', () => {
  it.each([
    ['2x + 4y <= 5 is x + 2y <= 2', constraint([2, 4], '<=', 5), [1, 2, 2, 0.5]],
    ['2x + 4y >= 3 is x + 2y >= 2', constraint([2, 4], '>=', 3), [1, 2, 2, 0.5]],
    ['0.1x + 0.25y == 0.35 is 2x + 5y == 7', constraint([0.1, 0.25], '==', 0.35), [2, 5, 7, 20]],
    ['2x + 4y == 3 keeps its impossible bound', constraint([2, 4], '==', 3), [2, 4, 3, 1]],
    ['a wish keeps its bound: 2x + 4y <= 5', constraint([2, 4], '<=', 5, 1), [2, 4, 5, 1]],
    ['0x + 3y <= 3 forgets x', constraint([0, 3], '<=', 3), [1, 1, 1 / 3]],
  ])('%s', (_, given, expected) => {
    expect(shown(given)).toEqual(expected)
  })

  it('says which number is the trouble', () => {
    expect(() => inWholeNumbers(constraint([1, 1 / 3], '==', 1))).toThrow(
      'MODEL_INVALID: constraint "cap": 0.3333333333333333 is no multiple of 0.000001. Scale and round the constraint to whole coefficients.',
    )
  })

  it('2x − 3y lies in [−3, 2], so <= 1 can be missed by 1, >= 1 by 4', () => {
    const model = new Model()
    model.bits(2)
    expect(activity(model, constraint([2, -3], '<=', 1))).toEqual({ least: -3, most: 2 })
    expect(worstViolation(model, constraint([2, -3], '<=', 1))).toBe(1)
    expect(worstViolation(model, constraint([2, -3], '>=', 1))).toBe(4)
    expect(worstViolation(model, constraint([2, -3], '==', 1))).toBe(4)
    expect(worstViolation(model, constraint([2, -3], '<=', 2))).toBe(0)
  })
})
