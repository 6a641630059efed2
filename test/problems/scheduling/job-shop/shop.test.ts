import { expect, test } from 'vitest'
import { headsAndTails, makespanOf, operationsOf } from '../../../../problems/scheduling/job-shop/shop.ts'
import { shop } from './shops.ts'

const two = shop([
  [
    [0, 3],
    [1, 2],
    [2, 4],
  ],
  [
    [1, 5],
    [0, 0],
  ],
])

test('heads and tails are the time before and after in the job', () => {
  const { head, tail } = headsAndTails(two)
  expect([...head]).toEqual([0, 3, 5, 0, 5])
  expect([...tail]).toEqual([6, 4, 0, 0, 0])
})

test('a machine lists what takes time there', () => {
  expect(operationsOf(two)).toEqual([[0], [1, 3], [2]])
})

test('the makespan is the last end', () => {
  expect(makespanOf(two, [0, 5, 7, 0, 5])).toBe(11)
})
