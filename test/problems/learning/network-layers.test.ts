import { expect, test } from 'vitest'
import { layersOf } from '../../../problems/learning/network-layers.ts'

test('parents stand above their children, and a long edge passes the rows between', () => {
  const { layers, nodes, links } = layersOf([[], [0], [0, 1]])
  expect(layers.map((layer) => layer.map((k) => nodes[k]))).toEqual([[0], expect.arrayContaining([1, -1]), [2]])
  expect(links.map(({ path }) => path.length).sort()).toEqual([2, 2, 3])
})

test('a variable without parents stands right above its first child', () => {
  const { layers } = layersOf([[], [0], [1], [], [2, 3]])
  expect(layers.map((layer) => layer.includes(3))).toEqual([false, false, true, false])
})

test('crossings that sorting can avoid are avoided', () => {
  const { layers } = layersOf([[], [], [1], [0]])
  expect(layers[0].indexOf(0) < layers[0].indexOf(1)).toBe(layers[1].indexOf(3) < layers[1].indexOf(2))
})

test('one edge of a cycle of two goes backward', () => {
  expect(
    layersOf([[1], [0]])
      .links.map(({ isBackward }) => isBackward)
      .sort(),
  ).toEqual([false, true])
})
