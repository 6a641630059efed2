import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dispatch, mostWorkRemaining } from '../../../../problems/scheduling/job-shop/dispatch.ts'
import { MachineOrders } from '../../../../problems/scheduling/job-shop/machine-orders.ts'
import { random } from '../../../../src/run/index.ts'
import { anyShop, isSchedule, shop } from './shops.ts'

test('two jobs on one machine: either order, 3 + 4 long', () => {
  const orders = new MachineOrders(shop([[[0, 3]], [[0, 4]]]))
  orders.load([0, 3])
  expect([orders.makespan, ...orders.starts()]).toEqual([7, 0, 3])
  expect(orders.move(0, 1, true)).toBeGreaterThan(0)
  expect([orders.makespan, ...orders.starts()]).toEqual([7, 4, 0])
})

test('an operation does not go behind its own successor', () => {
  const orders = new MachineOrders(
    shop([
      [
        [0, 3],
        [0, 4],
      ],
    ]),
  )
  orders.load([0, 3])
  expect(orders.move(0, 1, true)).toBe(0)
  expect(orders.move(0, 1, false)).toBe(0)
  expect([...orders.starts()]).toEqual([0, 3])
})

test('after any moves the ends are those of the orders computed anew', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const any = anyShop(5, 4, seed)
      const chance = random(seed, 'moves')
      const orders = new MachineOrders(any)
      orders.load(dispatch(any, mostWorkRemaining(any), 'active'))
      for (let k = 0; k < 60; k++) {
        const u = chance.below(any.size)
        const v = orders.after[u]
        if (v === any.size) continue
        const w = orders.after[v] < any.size && chance.below(2) === 0 ? orders.after[v] : v
        orders.move(u, w, chance.below(2) === 0)
      }
      const anew = new MachineOrders(any)
      anew.load(orders.starts())
      expect([...anew.ends]).toEqual([...orders.ends])
      expect([...anew.rest]).toEqual([...orders.rest])
      expect(isSchedule(any, orders.starts())).toBe(true)
    }),
    { numRuns: 40 },
  )
})
