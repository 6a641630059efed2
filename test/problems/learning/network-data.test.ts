import { expect, test } from 'vitest'
import { isAllowed, readNetworkData } from '../../../problems/learning/network-data.ts'

test('names become numbers, states become codes in the order of their appearance', () => {
  const { names, table } = readNetworkData({ data: { a: ['x', 'y', 'x'], b: [3, 3, 1] } })
  expect([names, table?.arities, table?.total]).toEqual([['a', 'b'], [2, 2], 3])
  expect(table?.codes.map((codes) => [...codes])).toEqual([
    [0, 1, 0],
    [0, 0, 1],
  ])
})

test('20 variables may have 19 parents each, 21 variables 3', () => {
  const columns = (n: number) => Array.from({ length: n }, () => [0, 1])
  expect(readNetworkData({ rows: 2, columns: columns(20) }).most).toBe(19)
  expect(readNetworkData({ rows: 2, columns: columns(21) }).most).toBe(3)
  expect(readNetworkData({ rows: 2, columns: columns(21), parents: 5 }).most).toBe(5)
})

test('listed scores are negated, sorted by cost, and kept only where the rules allow them', () => {
  const scores = [
    { variable: 0, parents: [], score: -3 },
    { variable: 0, parents: [1], score: -2 },
    { variable: 1, parents: [], score: -1 },
    { variable: 1, parents: [0], score: 5 },
  ]
  const { listed } = readNetworkData({ variables: 2, scores, forbidden: [[0, 1]] })
  expect(listed).toEqual([
    [
      { cost: 2, parents: [1] },
      { cost: 3, parents: [] },
    ],
    [{ cost: 1, parents: [] }],
  ])
})

test('rules speak of parents', () => {
  const data = readNetworkData({
    rows: 1,
    columns: [[0], [0], [0]],
    parents: 1,
    required: [[0, 1]],
    forbidden: [[2, 0]],
  })
  expect([isAllowed(data, 1, [0]), isAllowed(data, 1, []), isAllowed(data, 1, [0, 2])]).toEqual([true, false, false])
  expect([isAllowed(data, 0, [1]), isAllowed(data, 0, [2])]).toEqual([true, false])
})

test('a variable without an allowed score is refused', () => {
  const scores = [{ variable: 0, parents: [], score: 0 }]
  expect(() => readNetworkData({ variables: 2, scores })).toThrow('variable "1" has no score')
})
