import { expect, test } from 'vitest'
import { buildColouring, encodeColours, readColours } from '../../../../problems/graph/colouring/colouring-model.ts'
import { Model } from '../../../../src/model/index.ts'
import { cyclePairs, joined } from '../graphs.ts'

const label = (i: number) => String(i)
const built = (colours: number, clique: number[]) => {
  const model = new Model()
  return { model, layout: buildColouring(model, joined(5, cyclePairs(5)), { colours, clique }, label) }
}

test('the clique has its colours, its neighbours lack them: a cycle of 5 with 3 colours has 9 bits and one for the third colour', () => {
  const { model, layout } = built(3, [0, 1])
  // Nodes 0 and 1 have one option, 2 and 4 two, 3 all three: 9 bits; two colours are used anyway, the third has a bit.
  expect(model.size).toBe(1 + 1 + 2 + 2 + 3 + 1)
  expect(layout.used.length).toBe(1)
})

test('a colouring is renamed to the colours of the clique', () => {
  const { layout } = built(3, [0, 1])
  const point = encodeColours(layout, Int32Array.from([2, 0, 2, 0, 1]))
  expect([...readColours(layout, point as Float64Array)]).toEqual([0, 1, 0, 1, 2])
})

test('a colouring with more colours than the model has no point', () => {
  expect(encodeColours(built(3, [0, 1]).layout, Int32Array.from([0, 1, 2, 3, 4]))).toBeNull()
})

test('where colours are too few for the clique, nobody is fixed', () => {
  expect(built(1, [0, 1]).layout.clique).toEqual([])
})
