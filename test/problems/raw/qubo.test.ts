import { describe, expect, expectTypeOf, test } from 'vitest'
import { qubo } from '../../../problems/raw/qubo.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'
import { problemPromises } from '../../contracts/problem.ts'

const named = qubo({ a: -1, b: -1, c: 0.5, 'a*b': 2, 'b*c': -2 })

const twins = (chance: { below(n: number): number }) => {
  const [a, b, ab, constant] = [0, 0, 0, 0].map(() => chance.below(9) - 4)
  return {
    named: { a, b, 'a*b': ab, '': constant },
    bulk: { size: 2, rows: [0, 1, 0], columns: [0, 1, 1], values: [a, b, ab], offset: constant },
  }
}

describe('qubo', () => {
  test.each(problemPromises(qubo, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('b and c on cost −1 + 0.5 − 2 = −2.5', () => {
    expect(named.cost({ a: 0, b: 1, c: 1 })).toBe(-2.5)
  })

  test('the answer is typed by the names, those of pairs included', () => {
    const pairsOnly = qubo({ 'x*y': 1, '': 3 })
    expectTypeOf(pairsOnly.cost).parameter(0).toEqualTypeOf<{ readonly x: 0 | 1; readonly y: 0 | 1 }>()
    expectTypeOf(qubo({ size: 1, rows: [0], columns: [0], values: [1] }).cost)
      .parameter(0)
      .toEqualTypeOf<readonly (0 | 1)[]>()
    expect(pairsOnly.cost({ x: 1, y: 1 })).toBe(4)
  })

  test('with sense max the energy is maximised, so the model minimises its negative', () => {
    const most = qubo({ size: 2, rows: [0, 0], columns: [0, 1], values: [3, 1], offset: 2, sense: 'max' })
    expect(most.sense).toBe('max')
    expect(most.cost([1, 1])).toBe(6)
    expect(most.build().model.objective.at([1, 1])).toBe(-6)
  })

  test('a form is taken as it is', () => {
    const form = qubo(quboFromCoo(2, [0, 0], [0, 1], [-1, 4]))
    expect([form.cost([1, 0]), form.cost([1, 1])]).toEqual([-1, 3])
  })

  test('a variable may be called "rows"', () => {
    expect(qubo({ rows: -2 }).cost({ rows: 1 })).toBe(-2)
  })

  test('a value that is no bit, a missing variable and a stranger are violations', () => {
    const violations = named.check({ a: 2, b: 1, d: 0 } as never)
    expect(violations.map((v) => `${v.rule} ${v.item} ${v.amount}`)).toEqual([
      'domain a 1',
      'domain c 1',
      'known variable d 1',
    ])
  })

  test.each([
    [{ 'a*b*c': 1 }, /NAME_INVALID.*"a\*b\*c" is not a pair.*bulk form/],
    [{ 'a*': 1 }, /empty name/],
    [{ 'a * b': 1 }, /begins or ends with a space/],
    [{ 'a*a': 1 }, /is a square/],
    [{ a: '1' }, /INPUT_INVALID: qubo, a/],
    [{ '': 1 }, /no variables/],
    [{ size: 2, rows: [0], columns: [2], values: [1] }, /columns: entry 0 is 2/],
    [{ size: 2, rows: [0], columns: [1], values: [] }, /1, 1 and 0 entries/],
    [{ ...quboFromCoo(1, [0], [0], [1]), native: ['one-hot'] }, /without native structures/],
  ])('refuses %j', (input, message) => {
    expect(() => qubo(input as never)).toThrow(message)
  })
})
