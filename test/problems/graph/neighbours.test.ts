import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  absentPairs,
  areJoined,
  bitRows,
  complementOf,
  degreeOf,
  edgeCliques,
} from '../../../problems/graph/neighbours.ts'
import { allPairs, joined, someGraph } from './graphs.ts'

test('loops and repeated edges are left out and rows rise', () => {
  const graph = joined(3, [
    [2, 0],
    [0, 2],
    [1, 1],
    [0, 1],
  ])
  expect([...graph.column]).toEqual([1, 2, 0, 0])
  expect([degreeOf(graph, 0), absentPairs(graph)]).toEqual([2, 1])
})

test('a pair is joined in the graph, in its bits, or in the complement', () => {
  fc.assert(
    fc.property(someGraph(40), ({ size, pairs }) => {
      const graph = joined(size, pairs)
      const complement = complementOf(graph)
      const bits = bitRows(graph)
      const words = Math.ceil(size / 32)
      for (const [a, b] of allPairs(size)) {
        expect(areJoined(graph, a, b)).toBe(!areJoined(complement, a, b))
        expect((bits[a * words + (b >> 5)] >>> (b & 31)) & 1).toBe(areJoined(graph, a, b) ? 1 : 0)
      }
    }),
  )
})

test('every edge is in exactly one clique of the partition, and cliques are cliques', () => {
  fc.assert(
    fc.property(someGraph(30), ({ size, pairs }) => {
      const graph = joined(size, pairs)
      const held = edgeCliques(graph).flatMap((clique) =>
        clique.flatMap((a, k) => clique.slice(k + 1).map((b) => [a, b] as const)),
      )
      expect(held.every(([a, b]) => areJoined(graph, a, b))).toBe(true)
      expect(new Set(held.map(([a, b]) => a * size + b)).size).toBe(held.length)
      expect(held.length).toBe(graph.column.length / 2)
    }),
  )
})

test('a complete graph is one clique', () => {
  expect(edgeCliques(joined(4, allPairs(4)))).toEqual([[0, 1, 2, 3]])
})
