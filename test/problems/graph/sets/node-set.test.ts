import { UndirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { independentSet } from '../../../../problems/graph/sets/independent-set.ts'
import { chosenIn, drawSet, misnamed, nodeSetSchema, setOf } from '../../../../problems/graph/sets/node-set.ts'

const path = nodeSetSchema('graph').parse({
  edges: [
    ['a', 'b'],
    ['b', 'c'],
  ],
  weights: { b: 3 },
})

test('nodes without a weight weigh 1', () => {
  expect([...path.weight]).toEqual([1, 3, 1])
})

test('sets and bits say the same', () => {
  expect([...chosenIn(path, { chosen: ['c', 'a'] })]).toEqual([1, 0, 1])
  expect(setOf(path, [1, 0, 1])).toEqual({ chosen: ['a', 'c'] })
})

test('strangers and repetitions are told', () => {
  expect(misnamed(path, { chosen: ['a', 'a', 'z'] }).map((v) => v.rule)).toEqual(['chosen once', 'known node'])
})

test('the title says how many are chosen and what they weigh', () => {
  expect(drawSet(path, { chosen: ['b'] }, { isBold: () => false, node: 'chosen', edge: 'bold' })).toContain(
    '1 of 3 nodes of weight 3, 2 edges',
  )
})

test('graphology graphs are taken with weights by name', () => {
  const graph = new UndirectedGraph()
  graph.mergeEdge('p', 'q')
  expect(independentSet({ graph, weights: { q: 5 } }).cost({ chosen: ['q'] })).toBe(5)
})

test.each([
  [{ nodes: 2, edges: { from: [0], to: [1] }, weights: [1] }, /"weights" has 1 entries for 2 nodes/],
  [{ nodes: 2, edges: { from: [0], to: [1] }, weights: [1, 0] }, /node "1" weighs 0/],
  [{ nodes: 2, edges: { from: [0], to: [1] }, weights: { a: 1 } }, /"weights" is no list/],
  [{ edges: [['a', 'b']], weights: [1, 1] }, /"weights" is a list/],
  [{ edges: [['a', 'b']], weights: { c: 1 } }, /"weights" names "c"/],
])('refuses %j', (input, message) => {
  expect(() => nodeSetSchema('graph').parse(input)).toThrow(message)
})
