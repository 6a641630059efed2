import { expect, test } from 'vitest'
import { moveNodes, moveState, shift } from '../../../../problems/graph/partition/partition-moves.ts'
import { massGraph, random, torusOf } from './partition-graphs.ts'

const graph = massGraph(torusOf(4, 6))
const sizes = { parts: 2, low: 12, high: 12 }
const cutOf = (part: Int32Array) => {
  const { size, rowStart, column } = graph.couplings
  let cut = 0
  for (let i = 0; i < size; i++)
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (part[i] !== part[column[k]]) cut += 0.5
  return cut
}

test('a stripe of a torus of four rows cuts 8 edges, a chessboard all 48', () => {
  const stripe = Int32Array.from({ length: 24 }, (_, i) => (i % 6 < 3 ? 0 : 1))
  const chess = Int32Array.from({ length: 24 }, (_, i) => (Math.floor(i / 6) + i) % 2)
  expect([stripe, chess].map((part) => moveState(graph, sizes, part).cut)).toEqual([8, 48])
})

test('one node off balance is an excess of 2: one too many, one too few', () => {
  const state = moveState(
    graph,
    sizes,
    Int32Array.from({ length: 24 }, (_, i) => (i < 12 ? 0 : 1)),
  )
  shift(state, 0, 1)
  expect([state.excess, state.cut]).toEqual([2, cutOf(state.part)])
})

test('from a chessboard to the stripe, the best always in balance', () => {
  const chess = Int32Array.from({ length: 24 }, (_, i) => (Math.floor(i / 6) + i) % 2)
  const state = moveState(graph, sizes, chess)
  moveNodes(state, 1e6, 3000, random('0', 'moves'))
  expect([state.bestCut, state.bestExcess, cutOf(state.best)]).toEqual([8, 0, 8])
  expect(state.cut).toBe(cutOf(state.part))
})
