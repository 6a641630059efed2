import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mycielski } from '../../../../instances/generators/index.ts'
import { colourTree, isSearched, searchColours } from '../../../../problems/graph/colouring/colour-tree.ts'
import { coloursIn, greedyClique, saturated } from '../../../../problems/graph/colouring/saturation.ts'
import { areJoined, type Neighbours, neighboursOf } from '../../../../problems/graph/neighbours.ts'
import { allPairs, joined, someGraph } from '../graphs.ts'

function fewest(graph: Neighbours, pieces: number): number {
  const tree = colourTree(graph, greedyClique(graph), coloursIn(saturated(graph)) + 1)
  while (!isSearched(tree)) searchColours(tree, pieces)
  const colour = tree.found as Int32Array
  for (const [a, b] of allPairs(graph.size)) if (areJoined(graph, a, b)) expect(colour[a]).not.toBe(colour[b])
  expect(coloursIn(colour)).toBe(tree.best)
  return tree.best
}

/** Whether so many colours are enough, by trying all. */
function isEnough(graph: Neighbours, colours: number, colour: number[] = []): boolean {
  if (colour.length === graph.size) return true
  return Array.from({ length: colours }, (_, c) => c).some(
    (c) =>
      colour.every((own, j) => own !== c || !areJoined(graph, colour.length, j)) &&
      isEnough(graph, colours, [...colour, c]),
  )
}

test('as few colours as trying all of them gives', () => {
  fc.assert(
    fc.property(someGraph(7), fc.constantFrom(1, 1e6), ({ size, pairs }, pieces) => {
      const graph = joined(size, pairs)
      const best = fewest(graph, pieces)
      expect(isEnough(graph, best) && !isEnough(graph, best - 1)).toBe(true)
    }),
  )
})

test('Mycielski graphs have no triangle and need 4 and 5 colours', () => {
  for (const colours of [4, 5]) {
    const { nodes, edges } = mycielski({ colours })
    const graph = neighboursOf({ size: nodes, from: edges.from, to: edges.to })
    expect([greedyClique(graph).length, fewest(graph, 1e5)]).toEqual([2, colours])
  }
})
