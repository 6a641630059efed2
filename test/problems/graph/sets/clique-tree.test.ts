import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areJoined, complementOf } from '../../../../problems/graph/neighbours.ts'
import { cliqueTree, isExhausted, searchTree } from '../../../../problems/graph/sets/clique-tree.ts'
import { allPairs, heaviestApart, joined, someGraph } from '../graphs.ts'

const weighted = someGraph(12).chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    weights: fc.oneof(
      fc.constant(new Float64Array(graph.size).fill(1)),
      fc
        .array(fc.integer({ min: 1, max: 9 }), { minLength: graph.size, maxLength: graph.size })
        .map((list) => Float64Array.from(list)),
    ),
    piece: fc.constantFrom(1, 50, 1e9),
  }),
)

test('the tree ends with the heaviest clique, and its bound never rises or falls below', () => {
  fc.assert(
    fc.property(weighted, ({ graph: { size, pairs }, weights, piece }) => {
      const graph = joined(size, pairs)
      const best = heaviestApart(complementOf(graph), weights)
      const tree = cliqueTree(graph, weights)
      for (let bound = Number.POSITIVE_INFINITY; !isExhausted(tree); bound = tree.bound) {
        searchTree(tree, piece)
        expect(tree.bound).toBeLessThanOrEqual(bound)
        expect(tree.bound).toBeGreaterThanOrEqual(best)
      }
      const found = [...(tree.found as Uint32Array)]
      expect(found.reduce((sum, i) => sum + weights[i], 0)).toBe(best)
      expect(found.every((a) => found.every((b) => a === b || areJoined(graph, a, b)))).toBe(true)
    }),
  )
})

test('told of the best from outside, it finds nothing and proves it', () => {
  const tree = cliqueTree(joined(5, allPairs(5)), new Float64Array(5).fill(1))
  tree.best = 5
  searchTree(tree, 1e6)
  expect([isExhausted(tree), tree.found, tree.bound]).toEqual([true, null, 5])
})
