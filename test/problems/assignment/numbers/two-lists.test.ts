import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TwoLists } from '../../../../problems/assignment/numbers/two-lists.ts'

const differenceOf = (numbers: readonly number[], side: ArrayLike<number>) =>
  Math.abs(numbers.reduce((sum, value, i) => sum + (side[i] ? value : -value), 0))

test('it ends with the least difference of all splits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 10 }), (numbers) => {
      const lists = new TwoLists(numbers)
      let least = Number.POSITIVE_INFINITY
      while (!lists.done) {
        const { found } = lists.advance(least)
        if (found) least = differenceOf(numbers, found)
      }
      const all = Array.from({ length: 1 << numbers.length }, (_, x) =>
        differenceOf(
          numbers,
          numbers.map((_, i) => (x >> i) & 1),
        ),
      )
      expect(least).toBe(Math.min(...all))
    }),
  )
})

test('powers of two of 30 numbers leave 1, whatever the blocks', () => {
  const numbers = Array.from({ length: 30 }, (_, k) => 2 ** k)
  const lists = new TwoLists(numbers)
  let least = Number.POSITIVE_INFINITY
  while (!lists.done) {
    const { found } = lists.advance(least)
    if (found) least = differenceOf(numbers, found)
  }
  expect(least).toBe(1)
})
