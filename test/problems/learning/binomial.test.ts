import { expect, test } from 'vitest'
import { binomials, nextSet, rankOf } from '../../../problems/learning/binomial.ts'

test('5 over 2 is 10', () => {
  expect(binomials(5, 3)[2][5]).toBe(10)
  expect(binomials(5, 3)[3][2]).toBe(0)
})

test('the sets of a size get the places 0, 1, 2 … in some order', () => {
  const choose = binomials(6, 4)
  const set = Int32Array.of(0, 1, 2)
  const ranks = [rankOf(choose, set, 3)]
  while (nextSet(set, 3, 6)) ranks.push(rankOf(choose, set, 3))
  expect(ranks.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, k) => k))
})

test('leaving out and putting in give the place of the set meant', () => {
  const choose = binomials(9, 5)
  expect(rankOf(choose, [1, 4, 7], 3, 1)).toBe(rankOf(choose, [1, 7], 2))
  for (const extra of [0, 2, 5, 8])
    expect(rankOf(choose, [1, 4, 7], 3, 0, extra)).toBe(
      rankOf(
        choose,
        [4, 7, extra].sort((a, b) => a - b),
        3,
      ),
    )
})
