import { expect, test } from 'vitest'
import { annealed, typicalField } from '../../../../problems/graph/partition/partition-anneal.ts'
import { massGraph, random, torusOf } from './partition-graphs.ts'

const graph = massGraph(torusOf(4, 6))

const run = (start: Int32Array, hot: number, piece = 500) => {
  const sizes = { parts: 2, low: 12, high: 12 }
  const steps = annealed(graph, sizes, start, { sweeps: 200, hot, piece }, random('1', 'anneal'))
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

const chess = () => Int32Array.from({ length: 24 }, (_, i) => (Math.floor(i / 6) + i) % 2)
const cutOf = (part: Int32Array) => {
  const { rowStart, column } = graph.couplings
  let cut = 0
  for (let i = 0; i < 24; i++)
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (part[i] !== part[column[k]]) cut += 0.5
  return cut
}

test('four edges of weight 1 at every node of a torus have a typical sum of 2', () => {
  expect(typicalField(graph)).toBe(2)
})

test('a chessboard, which cuts all 48 edges, cools to parts that are at most one node off balance and cut fewer than 16', () => {
  const part = run(chess(), 1)
  expect(Math.abs(part.reduce((a, b) => a + b) - 12)).toBeLessThanOrEqual(1)
  expect(cutOf(part)).toBeLessThan(16)
})

test('how the work is cut into pieces changes nothing', () => {
  expect(run(chess(), 1, 50)).toEqual(run(chess(), 1, 5000))
})
