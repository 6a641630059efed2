import { expect, test } from 'vitest'
import { graphSchema } from '../../../problems/graph/weighted-graph.ts'

const read = (input: unknown) => graphSchema('graph').parse(input)

test('names become numbers in the order they first appear', () => {
  const graph = read({
    edges: [
      ['b', 'a'],
      ['a', 'c', 2],
    ],
  })
  expect(graph.names).toEqual(['b', 'a', 'c'])
  expect([[...graph.from], [...graph.to], [...graph.weight]]).toEqual([
    [0, 1],
    [1, 2],
    [1, 2],
  ])
})

test('the lists of the bulk shape are copied, so later changes to them do not matter', () => {
  const weight = new Float64Array([4])
  const graph = read({ nodes: 2, edges: { from: [0], to: [1], weight } })
  weight[0] = 9
  expect(graph.weight[0]).toBe(4)
})

test('"nodes" come first as given, further ends of edges after them', () => {
  const edges = [
    ['WA', 'NT'],
    ['NT', 'SA'],
  ]
  const graph = read({ edges, nodes: ['TAS', 'NT'] })
  expect(graph.names).toEqual(['TAS', 'NT', 'WA', 'SA'])
  expect([[...graph.from], [...graph.to]]).toEqual([
    [2, 1],
    [1, 3],
  ])
})

test.each([
  [{ edges: [], nodes: ['a', 'b', 'a'] }, /node "a" is listed twice/],
  [{ edges: [['a', '']] }, /a node has an empty name/],
  [{ edges: [], nodes: [''] }, /a node has an empty name/],
  [{ edges: [] }, /no nodes/],
])('refuses %j', (input, message) => {
  expect(() => read(input)).toThrow(message)
})
