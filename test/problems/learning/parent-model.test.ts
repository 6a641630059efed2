import { expect, test } from 'vitest'
import { readNetworkData } from '../../../problems/learning/network-data.ts'
import { build, decodeParents, encodeParents, termsOf, whyInexact } from '../../../problems/learning/parent-model.ts'
import { evaluate, Model } from '../../../src/model/index.ts'
import { chainData } from './sample-tables.ts'

const scores = [
  { variable: 0, parents: [], score: -5 },
  { variable: 0, parents: [1], score: -1 },
  { variable: 1, parents: [], score: -6 },
  { variable: 1, parents: [0], score: -3 },
  { variable: 2, parents: [], score: -2 },
]
const data = readNetworkData({ variables: 3, scores })

test('three variables: 5 sets, 3 pairs of bits for who is first, 1 bit for the triple', () => {
  const model = new Model()
  build(model, data)
  expect(model.size).toBe(5 + 6 + 1)
  expect(model.constraints.map(({ name }) => name)).toEqual(['1 before 0', '0 before 1', 'no cycle of 0, 1, 2'])
})

test('the point of a network costs its families and breaks nothing', () => {
  const model = new Model()
  const layout = build(model, data)
  const point = encodeParents(layout, [[1], [], []]) as Float64Array
  expect(evaluate(model, point)).toMatchObject({ energy: 1 + 6 + 2, broken: [] })
  expect(decodeParents(data, layout, point)).toEqual([[1], [], []])
})

test('a circle is opened where that costs least: 1 loses 3, 0 would lose 4', () => {
  const layout = build(new Model(), data)
  const point = encodeParents(layout, [[1], [], []]) as Float64Array
  const sets = layout.families[1].map(({ parents }) => parents.length)
  point[layout.first[1] + sets.indexOf(0)] = 0
  point[layout.first[1] + sets.indexOf(1)] = 1
  expect(decodeParents(data, layout, point)).toEqual([[1], [], []])
})

test('what is not in the model has no point', () => {
  const layout = build(new Model(), data)
  expect(encodeParents(layout, [[], [], [0]])).toBeNull()
  expect(encodeParents(layout, [[1], [0], []])).toBeNull()
})

test('small tables are counted whole; of large ones only likely sets are in the model', () => {
  expect(whyInexact(chainData(5, 50))).toBeNull()
  const large = chainData(40, 3000)
  expect(whyInexact(large)).toContain('only 12 parent sets')
  expect(termsOf(large)).toBeGreaterThan((40 * 39 * 38) / 6)
})
