import { expect, test } from 'vitest'
import { topologicalOrder } from '../../../problems/learning/topological-order.ts'

test('parents come first, the smallest number where several may', () => {
  expect(topologicalOrder([[2], [], [1]])).toEqual([1, 2, 0])
  expect(topologicalOrder([[], [], []])).toEqual([0, 1, 2])
})

test('a cycle has no order', () => {
  expect(topologicalOrder([[1], [0], []])).toBeNull()
})
