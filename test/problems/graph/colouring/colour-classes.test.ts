import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  classesOf,
  crossed,
  greedily,
  inOrder,
  mended,
  withoutClass,
} from '../../../../problems/graph/colouring/colour-classes.ts'
import { coloursIn } from '../../../../problems/graph/colouring/saturation.ts'
import { areJoined } from '../../../../problems/graph/neighbours.ts'
import { random } from '../../../../src/run/index.ts'
import { allPairs, cyclePairs, joined, someGraph } from '../graphs.ts'

test('colours are numbered by their first nodes', () => {
  expect([...inOrder([5, 2, 5, 0])]).toEqual([0, 1, 0, 2])
  expect(classesOf(inOrder([5, 2, 5, 0]))).toEqual([[0, 2], [1], [3]])
})

test('any colours are mended to proper ones, and proper ones stay', () => {
  fc.assert(
    fc.property(someGraph(15), fc.nat(), ({ size, pairs }, seed) => {
      const graph = joined(size, pairs)
      const chance = random(String(seed), 'colours')
      const proper = mended(
        graph,
        Int32Array.from({ length: size }, () => chance.below(4) - 1),
      )
      for (const [a, b] of allPairs(size)) if (areJoined(graph, a, b)) expect(proper[a]).not.toBe(proper[b])
      expect([...mended(graph, proper)]).toEqual([...proper])
    }),
  )
})

test('greedily in the order of its classes, a colouring never takes more colours', () => {
  const graph = joined(6, cyclePairs(6))
  const colour = Int32Array.from([0, 1, 2, 0, 1, 2])
  expect(coloursIn(greedily(graph, classesOf(colour).reverse().flat()))).toBeLessThanOrEqual(3)
})

test('without its smallest class, a colouring has one colour fewer', () => {
  const fewer = withoutClass(joined(4, cyclePairs(4)), Int32Array.from([0, 1, 0, 2]))
  // Class 1 goes; node 1 is joined with both nodes of colour 0 and with none of the other.
  expect([...fewer]).toEqual([0, 1, 0, 1])
})

test('a child has the largest class of each parent', () => {
  const mother = Int32Array.from([0, 0, 0, 1, 1, 2])
  const father = Int32Array.from([0, 1, 2, 2, 2, 2])
  // Nodes 0–2 from the mother; of the father’s classes 3–5 is then the largest; nobody is left over.
  expect([...crossed(mother, father, 3, random('0', 'child'))]).toEqual([0, 0, 0, 1, 1, 1])
})
