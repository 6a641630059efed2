import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coloursIn, greedyClique, saturated } from '../../../../problems/graph/colouring/saturation.ts'
import { areJoined } from '../../../../problems/graph/neighbours.ts'
import { allPairs, cyclePairs, joined, someGraph } from '../graphs.ts'

test('joined nodes differ, and no node could have a lower colour', () => {
  fc.assert(
    fc.property(someGraph(20), ({ size, pairs }) => {
      const graph = joined(size, pairs)
      const colour = saturated(graph)
      for (const [a, b] of allPairs(size)) if (areJoined(graph, a, b)) expect(colour[a]).not.toBe(colour[b])
      colour.forEach((own, i) => {
        const seen = new Set(
          Array.from(graph.column.subarray(graph.rowStart[i], graph.rowStart[i + 1]), (j) => colour[j]),
        )
        for (let c = 0; c < own; c++) expect(seen.has(c)).toBe(true)
      })
    }),
  )
})

test('an even cycle, a bipartite graph, takes two colours, an odd one three', () => {
  expect([10, 11].map((size) => coloursIn(saturated(joined(size, cyclePairs(size)))))).toEqual([2, 3])
})

test('colours that are fixed stay', () => {
  expect([...saturated(joined(3, cyclePairs(3)), Int32Array.from([-1, 2, -1]))][1]).toBe(2)
})

test('the greedy clique of a complete graph with a tail is the complete graph', () => {
  expect(greedyClique(joined(6, [...allPairs(5), [4, 5]]))).toEqual([0, 1, 2, 3, 4])
})
