import { describe, expect, it } from 'vitest'
import { namedAtMostOnce, namedOnce, numbering, type Wording } from '../../problems/names.ts'

const wording: Wording = {
  stranger: { rule: 'known guest', is: 'is not invited' },
  rule: 'a chair each',
  times: (item, times) => `${item} has ${times} chairs`,
}
const guests = { size: 3, names: ['ada', 'bob', 'cyd'] }
const numbers = { size: 3, names: null }

describe('numbering', () => {
  it('knows names, where there are any', () => {
    expect(['cyd', 'ada', 'dan', 1].map(numbering(guests))).toEqual([2, 0, -1, -1])
  })

  it('knows 0 … size − 1, where there are none', () => {
    expect([2, 0, 3, -1, 0.5].map(numbering(numbers))).toEqual([2, 0, -1, -1, -1])
  })
})

describe('names in an answer', () => {
  it('once each, in any order, is right', () => {
    expect(namedOnce(guests, ['cyd', 'ada', 'bob'], wording)).toEqual([])
    expect(namedOnce(numbers, [2, 0, 1], wording)).toEqual([])
  })

  it('says who is a stranger, who is missing and who is there three times', () => {
    expect(namedOnce(guests, ['ada', 'dan', 'ada', 'ada', 'cyd'], wording)).toEqual([
      { rule: 'known guest', item: 'dan', amount: 1, message: '"dan" is not invited' },
      { rule: 'a chair each', item: 'ada', amount: 2, message: 'ada has 3 chairs' },
      { rule: 'a chair each', item: 'bob', amount: 1, message: 'bob has 0 chairs' },
    ])
  })

  it('at most once: nobody is missing, and every repetition counts', () => {
    expect(namedAtMostOnce(numbers, [1, 7, 1], wording)).toEqual([
      { rule: 'known guest', item: 7, amount: 1, message: '"7" is not invited' },
      { rule: 'a chair each', item: 1, amount: 1, message: '1 has 2 chairs' },
    ])
  })
})
