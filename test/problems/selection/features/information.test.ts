import { expect, test } from 'vitest'
import {
  categories,
  countLogarithms,
  discretise,
  mutualInformation,
  spread,
} from '../../../../problems/selection/features/information.ts'

const information = (a: number[], b: number[]) => {
  const logs = countLogarithms(a.length)
  const [x, y] = [discretise(a), categories(b)]
  return mutualInformation(x, y, [spread(x, logs), spread(y, logs)], logs)
}

test('a copy of a fair coin tells one bit, an independent coin nothing', () => {
  expect(information([0, 0, 1, 1], [5, 5, 7, 7])).toBe(1)
  expect(information([0, 1, 0, 1], [5, 5, 7, 7])).toBe(0)
})

test('a constant tells nothing', () => {
  expect(information([3, 3, 3, 3], [0, 1, 2, 3])).toBe(0)
})

test('up to ten distinct values are their own bins; more are cut into ten of equal frequency', () => {
  expect([...discretise([9, 7, 7, 8]).of]).toEqual([2, 0, 0, 1])
  expect([...discretise(Array.from({ length: 20 }, (_, k) => k)).of]).toEqual(
    Array.from({ length: 20 }, (_, k) => Math.floor(k / 2)),
  )
})

test('equal values share a bin', () => {
  const list = [...Array.from({ length: 15 }, () => 0), ...Array.from({ length: 15 }, (_, k) => k + 1)]
  expect(new Set(discretise(list).of.slice(0, 15)).size).toBe(1)
})
