import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowShop } from '../../../../problems/scheduling/flow-shop/flow-shop.ts'
import { oneMachineBound, twoMachineBound } from '../../../../problems/scheduling/flow-shop/flow-shop-bound.ts'
import { flowShopSchema } from '../../../../problems/scheduling/flow-shop/flow-shop-input.ts'

const data = (durations: number[][]) => flowShopSchema.parse({ durations })

test('one machine: its work 3 + 4, the shorter head 1 of one job and the shorter tail 2 of the other', () => {
  expect(
    oneMachineBound(
      data([
        [1, 3, 5],
        [2, 4, 2],
      ]),
      1,
    ),
  ).toBe(1 + 7 + 2)
})

test('the same job cannot be first and last where there are two', () => {
  // Heads 1 and 5, tails 1 and 5: first job 0, last job 1, or the other way: 1 + 5.
  expect(
    oneMachineBound(
      data([
        [1, 2, 1],
        [5, 2, 5],
      ]),
      1,
    ),
  ).toBe(4 + 6)
})

const list = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })
const rows = fc.integer({ min: 2, max: 4 }).chain((machines) => list(list(fc.nat(9), machines), 4))
const orders = [0, 1, 2, 3]
  .flatMap((a) => [0, 1, 2, 3].flatMap((b) => [0, 1, 2, 3].flatMap((c) => [[a, b, c, 6 - a - b - c]])))
  .filter((order) => new Set(order).size === 4 && order.every((j) => j >= 0 && j < 4))

test('no order of four jobs beats a bound, and two machines in all reach it', () => {
  expect(orders.length).toBe(24)
  fc.assert(
    fc.property(rows, (durations) => {
      const problem = flowShop({ durations })
      const best = Math.min(...orders.map((order) => problem.cost({ order })))
      const shop = data(durations)
      for (let i = 0; i < shop.machines; i++) {
        expect(oneMachineBound(shop, i)).toBeLessThanOrEqual(best)
        for (let k = i + 1; k < shop.machines; k++) expect(twoMachineBound(shop, i, k).bound).toBeLessThanOrEqual(best)
      }
      if (shop.machines === 2) expect(twoMachineBound(shop, 0, 1).bound).toBe(best)
    }),
  )
})
