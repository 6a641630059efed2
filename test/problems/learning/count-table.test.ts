import { expect, test } from 'vitest'
import { discreteTable, refined } from '../../../problems/learning/count-table.ts'

test('equal rows are taken together', () => {
  const { codes, weight, total } = discreteTable(
    [
      [0, 1, 0, 0],
      [2, 0, 2, 1],
    ],
    [2, 3],
  )
  expect([total, [...weight], codes.map((c) => [...c])]).toEqual([
    4,
    [2, 1, 1],
    [
      [0, 1, 0],
      [2, 0, 1],
    ],
  ])
})

test('many states are told apart by a map as by an array', () => {
  const label = Int32Array.of(0, 1, 0, 1)
  const column = [5, 5, 7, 5]
  expect(refined(label, 2, column, 10)).toEqual(refined(label, 2, column, 1 << 23))
  expect([...refined(label, 2, column, 10).label]).toEqual([0, 1, 2, 1])
})
