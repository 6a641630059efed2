import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { mergeWindow, positionAt, windowOf } from '../../src/split/index.ts'

/** 3a − b − 4bc */
const qubo = quboFromCoo(3, [0, 1, 1], [0, 1, 2], [3, -1, -4])

it('a better answer is written in, and says how much it saved', () => {
  const position = positionAt(qubo, [0, 0, 0])
  expect(mergeWindow(qubo, position, windowOf(qubo, position.x, [1, 2]), [1, 1])).toBe(5)
  expect([[...position.x], position.energy]).toEqual([[0, 1, 1], -5])
})

it('a worse answer changes nothing', () => {
  const position = positionAt(qubo, [0, 1, 1])
  const before = structuredClone(position)
  expect(mergeWindow(qubo, position, windowOf(qubo, position.x, [0, 2]), [1, 0])).toBe(0)
  expect(position).toEqual(before)
})

it('an equal answer is taken', () => {
  const position = positionAt(qubo, [0, 0, 0])
  expect(mergeWindow(qubo, position, windowOf(qubo, position.x, [2]), [1])).toBe(0)
  expect([...position.x]).toEqual([0, 0, 1])
})
