import { expect, it } from 'vitest'
import { stackOf } from '../../src/compile/stack.ts'

const pairs = (...list: [number, number, number][]) => ({
  constant: 0,
  linearColumns: [],
  linearValues: [],
  rows: list.map((p) => p[0]),
  columns: list.map((p) => p[1]),
  values: list.map((p) => p[2]),
})

const stack = stackOf(4, [
  { name: 'objective', terms: pairs([3, 1, 5], [0, 2, 0], [1, 0, 2], [1, 3, -5], [2, 2, 9]) },
  { name: 'rule', terms: pairs([0, 3, 1], [0, 1, 4]) },
])

it('pairs are numbered by row, then column; what is zero, or cancels within a layer, is none', () => {
  expect([[...stack.pairs.row], [...stack.pairs.column]]).toEqual([
    [0, 0],
    [1, 3],
  ])
})

it('every layer names its pairs, and a square is linear', () => {
  expect([[...stack.pairStart], [...stack.pairIndex], [...stack.pairValue]]).toEqual([
    [0, 1, 3],
    [0, 0, 1],
    [2, 4, 1],
  ])
  expect([[...stack.linearStart], [...stack.linearIndex], [...stack.linearValue]]).toEqual([[0, 1, 1], [2], [9]])
})

it('each pair stands in both of its rows, columns ascending', () => {
  const { rowStart, column } = stack.pattern
  expect([[...rowStart], [...column]]).toEqual([
    [0, 2, 3, 3, 4],
    [1, 3, 0, 0],
  ])
  expect([[...stack.pairs.upper], [...stack.pairs.lower]]).toEqual([
    [0, 1],
    [2, 3],
  ])
})
