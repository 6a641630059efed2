import { expect, it } from 'vitest'
import { pairTable } from '../../src/kernel/pair-table.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'

it.each([4, 2000])('knows couplings in both directions, and zero where there is none: %i bits', (size) => {
  const pair = pairTable(quboFromCoo(size, [0, 1, 0], [1, 3, 3], [5, -2, 7]))
  expect([pair(0, 1), pair(1, 0), pair(3, 1), pair(0, 3), pair(0, 2), pair(2, 3)]).toEqual([5, 5, -2, 7, 0, 0])
})
