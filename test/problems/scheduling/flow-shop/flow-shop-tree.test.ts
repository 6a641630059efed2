import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowShop } from '../../../../problems/scheduling/flow-shop/flow-shop.ts'
import { flowShopSchema } from '../../../../problems/scheduling/flow-shop/flow-shop-input.ts'
import { climb, flowShopTree, isFelled, plant } from '../../../../problems/scheduling/flow-shop/flow-shop-tree.ts'

const list = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })
const shops = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([jobs, machines]) => list(list(fc.nat(9), machines), jobs))

function orders(count: number): number[][] {
  if (count === 0) return [[]]
  return orders(count - 1).flatMap((rest) => Array.from({ length: count }, (_, at) => rest.toSpliced(at, 0, count - 1)))
}

test('what is felled has given the best of all orders, and its bound never passed it', () => {
  fc.assert(
    fc.property(shops, (durations) => {
      const problem = flowShop({ durations })
      const best = Math.min(...orders(durations.length).map((order) => problem.cost({ order })))
      const tree = flowShopTree(flowShopSchema.parse({ durations }))
      plant(tree, 1000)
      while (!isFelled(tree)) {
        expect(climb(tree)).toBeGreaterThan(0)
        expect(tree.bound).toBeLessThanOrEqual(best)
      }
      expect(problem.cost({ order: [...tree.found!] })).toBe(best)
      expect([tree.upper, tree.bound]).toEqual([best, best])
    }),
  )
})

test('below the best there is nothing to find', () => {
  const tree = flowShopTree(flowShopSchema.parse({ durations: [[1], [2], [3]] }))
  plant(tree, 6)
  while (!isFelled(tree)) climb(tree)
  expect([tree.found, tree.bound]).toEqual([null, 6])
})
