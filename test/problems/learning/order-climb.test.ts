import { expect, test } from 'vitest'
import type { Family } from '../../../problems/learning/network-data.ts'
import { climbing } from '../../../problems/learning/order-climb.ts'
import { random } from '../../../src/run/index.ts'
import { flatOf } from './flat-of.ts'

/** A chain 9 → 8 → … → 0: every link known is worth 1. */
const chain: Family[][] = Array.from({ length: 10 }, (_, v) =>
  v === 9
    ? [{ cost: 2, parents: [] }]
    : [
        { cost: 2, parents: [] },
        { cost: 1, parents: [v + 1] },
      ],
)

test('finds cost ever less and come down to the chain', () => {
  const costs: number[] = []
  let steps = 0
  const nobody = chain.map(() => [])
  for (const { found } of climbing(flatOf(chain), nobody, random('0', 'climb'))) {
    if (found) costs.push(found.cost)
    if (++steps === 3000) break
  }
  expect(costs).toEqual([...costs].sort((a, b) => b - a))
  expect(costs.at(-1)).toBe(9 + 2)
})
