import { describe, expect, test } from 'vitest'
import { clausesSchema, clauseText, isSatisfied, lossOf, occurrencesOf } from '../../../problems/clauses/clauses.ts'

const parse = (input: unknown) => clausesSchema.parse(input as never)

describe('clauses', () => {
  test('literal 2v says that variable v is true, 2v + 1 that it is false, in both shapes', () => {
    const byName = parse({ clauses: [['a', '!b']] })
    const byNumber = parse({ variables: 2, clauses: [[1, -2]] })
    expect([[...byName.literal], [...byNumber.literal]]).toEqual([
      [0, 3],
      [0, 3],
    ])
    expect([byName.names, byNumber.names]).toEqual([['a', 'b'], null])
  })

  test('what always holds and what costs nothing is dropped, a repeated literal counts once', () => {
    const { weight, literal } = parse({ variables: 3, clauses: [[1, -1], [2, 2], [3]], weights: [5, 6, 0] })
    expect([[...weight], [...literal]]).toEqual([[6], [2]])
  })

  test('an empty clause costs its weight whatever is done', () => {
    expect(lossOf(parse({ variables: 1, clauses: [[], [1]], weights: [3, 4] }), [1])).toEqual({ cost: 3, broken: [] })
  })

  test('the loss is the weight of the unsatisfied wishes, and which rules are broken', () => {
    const clauses = parse({ clauses: [['a', 'b'], ['!a']], weights: [2, 5], hard: [['b']] })
    expect([lossOf(clauses, [1, 0]), lossOf(clauses, [0, 1])]).toEqual([
      { cost: 5, broken: [2] },
      { cost: 0, broken: [] },
    ])
    expect([isSatisfied(clauses, 1, [1, 0]), isSatisfied(clauses, 1, [0, 0])]).toEqual([false, true])
    expect(clauseText(parse({ clauses: [['a', '!b']] }), 0)).toBe('a or !b')
  })

  test('every literal knows its clauses', () => {
    const { start, clause } = occurrencesOf(parse({ variables: 2, clauses: [[1, 2], [-1], [1]] }))
    const of = (l: number) => [...clause.subarray(start[l], start[l + 1])]
    expect([of(0), of(1), of(2), of(3)]).toEqual([[0, 2], [1], [0], []])
  })

  test.each([
    [{ variables: 2, clauses: [[3]] }, /clauses\.0: 3 is no literal/],
    [{ variables: 2, clauses: [[0]] }, /0 is no literal/],
    [{ variables: 2, clauses: [[1]], weights: [-1] }, /-1 is negative/],
    [{ variables: 2, clauses: [[1]], weights: [1, 2] }, /2 weights for 1 clauses/],
    [{ variables: 1, clauses: [[1]], weights: [1e16] }, /beyond 2⁵³/],
    [{ variables: 1, clauses: [], hard: [[]] }, /hard clause is empty/],
    [{ clauses: [['!']] }, /NAME_INVALID.*"!" is no literal/],
    [{ clauses: [] }, /there are no variables/],
  ])('refuses %j', (input, message) => {
    expect(() => parse(input)).toThrow(message)
  })
})
