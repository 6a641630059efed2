import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, Model, permutationLines } from '../../src/model/index.ts'

const point = (...values: number[]) => Float64Array.from(values)

describe('a model', () => {
  it('numbers its columns in the order they were added and knows their bounds', () => {
    const model = new Model()
    expect([model.bit(), model.spin(), model.integer(-2, 7), model.bits(2)]).toEqual([0, 1, 2, 3])
    expect([model.size, model.lower, model.upper]).toEqual([5, [0, -1, -2, 0, 0], [1, 1, 7, 1, 1]])
  })

  it('calls a column by its own name, its family, or its number', () => {
    const model = new Model()
    model.bit('a')
    model.bit()
    model.choice('colour', ['red', 'blue'])
    model.permutation('seat', 2)
    expect(Array.from({ length: 8 }, (_, c) => model.nameOf(c))).toEqual([
      'a',
      'x1',
      'colour=red',
      'colour=blue',
      'seat[0@0]',
      'seat[0@1]',
      'seat[1@0]',
      'seat[1@1]',
    ])
  })

  it.each([
    ['bounds that hold no whole number', (m: Model) => m.integer(3, 2)],
    ['a coefficient that is not finite', (m: Model) => m.minimise([Number.NaN, 0])],
    ['a bound that is not finite', (m: Model) => m.subjectTo('c', [[1, 0]], '<=', Number.POSITIVE_INFINITY)],
    ['a weight that is not positive', (m: Model) => m.subjectTo('c', [[1, 0]], '<=', 1, 0)],
    ['a column that does not exist', (m: Model) => m.exactlyOne('c', [0, 9])],
    ['a column that is no whole number', (m: Model) => m.subjectTo('c', [[1, 0.5]], '<=', 1)],
    ['a column below 0', (m: Model) => m.subjectTo('c', [[1, -1]], '<=', 1)],
    ['an objective over a column that does not exist', (m: Model) => m.minimise([1, 0], [1, 0, 9])],
    ['a term of four numbers', (m: Model) => m.minimise([1, 0, 0, 0] as never)],
    ['a relation of another language', (m: Model) => m.subjectTo('c', [[1, 0]], '<' as never, 1)],
    ['terms that are no list', (m: Model) => m.subjectTo('c', null as never, '==', 1)],
    ['half a bit', (m: Model) => m.bits(1.5)],
    ['fewer bits than none', (m: Model) => m.bits(-1)],
    ['a choice between nothing', (m: Model) => m.choice('c', [])],
    ['an order of no items', (m: Model) => m.permutation('p', 0)],
    ['a column given twice', (m: Model) => m.atMostOne('c', [0, 0])],
    ['exactly one of columns that are not bits', (m: Model) => m.exactlyOne('c', [0, m.integer(0, 5)])],
  ])('refuses %s', (_, build) => {
    const model = new Model()
    model.bit()
    expect(() => build(model)).toThrow(/^MODEL_INVALID: /)
  })
})

describe('a point of a model', () => {
  it('costs the sum of the terms: 4 + 3a − 2ab + 5c²', () => {
    const model = new Model()
    const [a, b, c] = [model.bit(), model.bit(), model.integer(0, 9)]
    model.minimise(4, [3, a], [-2, a, b], [5, c, c])
    expect(evaluate(model, point(1, 1, 2))).toEqual({ energy: 4 + 3 - 2 + 20, violation: 0, broken: [] })
  })

  it('breaks a rule by what is missing, under the name of the rule', () => {
    const model = new Model()
    const [a, b] = [model.bit(), model.bit()]
    model
      .subjectTo(
        'enough',
        [
          [2, a],
          [3, b],
        ],
        '>=',
        4,
      )
      .subjectTo(
        'little',
        [
          [2, a],
          [3, b],
        ],
        '<=',
        1,
      )
    expect(evaluate(model, point(1, 0)).broken).toEqual([
      { name: 'enough', amount: 2 },
      { name: 'little', amount: 1 },
    ])
  })

  it('pays a wish by its weight times the square of what is missing', () => {
    const model = new Model()
    model.bits(3)
    model.exactlyOne('one', [0, 1, 2], 10).subjectTo('low', [[1, 0]], '<=', 0, 7)
    expect(evaluate(model, point(1, 1, 1))).toEqual({ energy: 10 * 2 * 2 + 7, violation: 0, broken: [] })
  })

  it('takes a gap within rounding for none', () => {
    const model = new Model()
    model.bits(3)
    model.subjectTo(
      'sum',
      [
        [0.1, 0],
        [0.2, 1],
        [-0.3, 2],
      ],
      '==',
      0,
    )
    expect(evaluate(model, point(1, 1, 1)).violation).toBe(0)
  })
})

describe('a point outside structures and domains', () => {
  it('breaks a choice that is not made, once for every bit too many', () => {
    const model = new Model()
    model.choice('colour', ['red', 'blue', 'green'])
    expect(evaluate(model, point(0, 0, 0)).violation).toBe(1)
    expect(evaluate(model, point(1, 1, 1)).violation).toBe(2)
    expect(evaluate(model, point(0, 1, 0)).violation).toBe(0)
  })

  it('breaks the lines of a permutation by name', () => {
    const model = new Model()
    model.permutation('seat', 2)
    expect(evaluate(model, point(1, 0, 1, 0)).broken).toEqual([
      { name: 'seat position 0', amount: 1 },
      { name: 'seat position 1', amount: 1 },
    ])
  })

  it('must stay in its domain: whole, in bounds, and never 0 for a spin', () => {
    const model = new Model()
    model.spin('s')
    model.integer(0, 5, 'k')
    expect(evaluate(model, point(0, 7)).broken).toEqual([
      { name: 'domain of s', amount: 1 },
      { name: 'domain of k', amount: 2 },
    ])
    expect(evaluate(model, point(1, 2.25)).violation).toBe(0.25)
  })
})

describe('the lines of a permutation', () => {
  it('are 2n, and every member lies on exactly two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (n) => {
        const members = Array.from({ length: n * n }, (_, k) => 100 + k)
        const lines = permutationLines(n, members)
        const all = lines.flatMap((line) => line.columns).sort((a, b) => a - b)
        expect([lines.length, all]).toEqual([2 * n, members.flatMap((m) => [m, m])])
      }),
    )
  })

  it('refuses more columns than an engine can hold before it makes them', () => {
    expect(() => new Model().bits(1e12)).toThrow('MEMORY_LIMIT: the model would have 1000000000000 columns')
  })
})

it('two columns of one name, or a name of nothing, are refused', () => {
  const model = new Model()
  model.bit('tea')
  expect(() => model.bit('tea')).toThrow(/NAME_INVALID: model: two columns are called "tea"/)
  expect(() => model.spin('')).toThrow(/NAME_INVALID: model: the name of column 2 is empty/)
})
