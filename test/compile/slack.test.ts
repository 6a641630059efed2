import { describe, expect, it } from 'vitest'
import { slack } from '../../src/compile/slack.ts'
import { Model, type Sense } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'

const rewritten = (coefficients: number[], sense: Sense, bound: number, weight?: number) => {
  const model = new Model()
  const terms = coefficients.map((a, k) => [a, model.bit('xyzuv'[k])] as const)
  return String(slack(model.subjectTo('cap', terms, sense, bound, weight)).to)
    .split('\n')
    .slice(1)
    .join('; ')
}

describe('inequalities as equalities', () => {
  it('2x + 3y + 4z <= 5 takes a slack up to 5', () => {
    expect(rewritten([2, 3, 4], '<=', 5)).toBe(
      'subject to cap: 2·x + 3·y + 4·z + slack of cap == 5; x, y, z ∈ {0, 1}; slack of cap ∈ [0, 5]',
    )
  })

  it('x + y + z >= 2 takes a slack up to 1', () => {
    expect(rewritten([1, 1, 1], '>=', 2)).toBe(
      'subject to cap: x + y + z − slack of cap == 2; x, y, z ∈ {0, 1}; slack of cap ∈ [0, 1]',
    )
  })

  it('0.2x + 0.4y + 0.6z <= 0.9 is x + 2y + 3z <= 4', () => {
    expect(rewritten([0.2, 0.4, 0.6], '<=', 0.9)).toBe(
      'subject to cap: x + 2·y + 3·z + slack of cap == 4; x, y, z ∈ {0, 1}; slack of cap ∈ [0, 4]',
    )
  })

  it('a wish in halves keeps its cost: 3·violation² is 0.75·(2·violation)²', () => {
    expect(rewritten([0.5, 1, 1], '<=', 1, 3)).toBe(
      'wish (weight 0.75) cap: x + 2·y + 2·z + slack of cap == 2; x, y, z ∈ {0, 1}; slack of cap ∈ [0, 2]',
    )
  })

  it('at most one needs no slack, nor does anything over two bits', () => {
    expect(rewritten([2, 2, 2], '<=', 3)).toBe('subject to cap: x + y + z <= 1; x, y, z ∈ {0, 1}')
    expect(rewritten([1, -1], '<=', 0)).toBe('subject to cap: x − y <= 0; x, y ∈ {0, 1}')
  })

  it('what cannot be broken is dropped', () => {
    expect(rewritten([1, 1, 1], '<=', 3)).toBe('x, y, z ∈ {0, 1}')
  })

  it('the best slack of a point is what is left of the bound', () => {
    const model = new Model()
    const first = model.bits(3)
    model.subjectTo(
      'cap',
      [
        [2, first],
        [3, first + 1],
        [4, first + 2],
      ],
      '<=',
      5,
    )
    expect(slack(model).lower(Float64Array.of(1, 0, 0))).toEqual(Float64Array.of(1, 0, 0, 3))
  })

  for (const { promise, check } of rewritePromises('slack', slack)) it(promise, check)
})
