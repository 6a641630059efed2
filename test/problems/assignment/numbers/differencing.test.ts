import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Differencing } from '../../../../problems/assignment/numbers/differencing.ts'

const differenceOf = (numbers: readonly number[], side: ArrayLike<number>) =>
  Math.abs(numbers.reduce((sum, value, i) => sum + (side[i] ? value : -value), 0))

test('the first leaf of 8, 7, 6, 5, 4 is the 2 of Karmarkar and Karp, the next better one is 0', () => {
  const numbers = [8, 7, 6, 5, 4]
  const search = new Differencing(numbers)
  const found = [search.advance(Number.POSITIVE_INFINITY, 1e6).found, search.advance(2, 1e6).found]
  expect(found.map((side) => differenceOf(numbers, side as Uint8Array))).toEqual([2, 0])
})

test('when it is done, its best is the least of all splits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }), (numbers) => {
      const search = new Differencing(numbers)
      let least = Number.POSITIVE_INFINITY
      while (!search.done) {
        const { found } = search.advance(least, 100)
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

test('1,500 equal numbers are paired off and split evenly', () => {
  const numbers = new Array(1500).fill(7)
  const search = new Differencing(numbers)
  expect(search.isComplete).toBe(false)
  expect(differenceOf(numbers, search.advance(Number.POSITIVE_INFINITY, 1e6).found as Uint8Array)).toBe(0)
})
