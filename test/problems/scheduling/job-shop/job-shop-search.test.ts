import { expect, test } from 'vitest'
import { lowerBound } from '../../../../problems/scheduling/job-shop/job-shop-bounds.ts'
import { searchJobShop } from '../../../../problems/scheduling/job-shop/job-shop-search.ts'
import { makespanOf } from '../../../../problems/scheduling/job-shop/shop.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { anyShop, ft06, isSchedule, shop } from './shops.ts'

const search = (data: typeof ft06, work: number) =>
  runJob(searchJobShop(data, lowerBound(data), random('a', 'search')), work, 1e5)

test('ft06 is solved with proof, and the search ends by itself', () => {
  const { out, bound, work } = search(ft06, 1e8)
  expect([makespanOf(ft06, out), bound]).toEqual([55, 55])
  expect(work).toBeLessThan(1e8)
})

test('a machine that is never idle is its own proof', () => {
  const { out, bound } = search(shop([[[0, 3]], [[0, 4]], [[0, 5]]]), 1e6)
  expect(makespanOf(shop([[[0, 3]], [[0, 4]], [[0, 5]]]), out)).toBe(12)
  expect(bound).toBe(12)
})

test('stopped at once it has a schedule all the same', () => {
  const any = anyShop(12, 6, 'a')
  expect(isSchedule(any, search(any, 0).out)).toBe(true)
})

test('more work is never worse', () => {
  const any = anyShop(10, 8, 'b', 99)
  const lengths = [1e5, 1e6, 5e6].map((work) => makespanOf(any, search(any, work).out))
  expect(lengths.toSorted((a, b) => b - a)).toEqual(lengths)
})
