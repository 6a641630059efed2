import { describe, expect, expectTypeOf, test } from 'vitest'
import { ising } from '../../../problems/raw/ising.ts'
import { isingFromCoo } from '../../../src/qubo/index.ts'
import { problemPromises } from '../../contracts/problem.ts'

const twins = (chance: { below(n: number): number }) => {
  const [h, j, constant] = [0, 0, 0].map(() => chance.below(9) - 4)
  return {
    named: { a: h, 'a*b': j, '': constant },
    bulk: { size: 2, rows: [0], columns: [1], values: [j], field: [h, 0], offset: constant },
  }
}

describe('ising', () => {
  test.each(problemPromises(ising, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('an antiparallel pair with J = 1 and a field 0.5 on the spin that is down: −1 − 0.5', () => {
    expect(ising({ a: 0.5, 'a*b': 1 }).cost({ a: -1, b: 1 })).toBe(-1.5)
  })

  test('answers are spins, typed by name or as a list', () => {
    expectTypeOf(ising({ 'a*b': 1 }).cost)
      .parameter(0)
      .toEqualTypeOf<{ readonly a: -1 | 1; readonly b: -1 | 1 }>()
    expect(ising({ size: 2, rows: [0], columns: [1], values: [1] }).check([1, 0] as never)).toHaveLength(1)
  })

  test('fields may come as equal indices, as a list, or both', () => {
    const both = ising({ size: 2, rows: [0], columns: [0], values: [2], field: [1, 5] })
    expect(both.cost([1, 1])).toBe(8)
  })

  test('a form is taken as it is', () => {
    expect(ising(isingFromCoo(2, [0, 1], [1, 1], [3, 1])).cost([1, -1])).toBe(-4)
  })

  test('with sense max the model minimises the negated energy', () => {
    const most = ising({ size: 2, rows: [0], columns: [1], values: [1], sense: 'max' })
    expect(most.build().model.objective.at([1, 1])).toBe(-1)
  })

  test.each([
    [{ size: 2, rows: [], columns: [], values: [], field: [1] }, /"field" has 1 entries for 2 spins/],
    [{ 'a*b*c': 1 }, /NAME_INVALID/],
    [{ kind: 'ising' }, /INPUT_INVALID/],
  ])('refuses %j', (input, message) => {
    expect(() => ising(input as never)).toThrow(message)
  })
})
