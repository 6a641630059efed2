import { expect, test } from 'vitest'
import { JobShopTabu } from '../../../../problems/scheduling/job-shop/job-shop-tabu.ts'
import { MachineOrders } from '../../../../problems/scheduling/job-shop/machine-orders.ts'
import { makespanOf } from '../../../../problems/scheduling/job-shop/shop.ts'
import { random } from '../../../../src/run/index.ts'
import { ft06, isSchedule, shop } from './shops.ts'

const begun = (data: typeof ft06, key: ArrayLike<number>) => {
  const orders = new MachineOrders(data)
  const tabu = new JobShopTabu(data, orders, random('a', 'tabu'))
  orders.load(key)
  tabu.begin()
  return tabu
}

test('it improves on the order of the jobs, and what it keeps is a schedule of that length', () => {
  const tabu = begun(ft06, Float64Array.from(ft06.jobOf))
  const before = tabu.best
  for (let k = 0; k < 300; k++) tabu.advance()
  expect(tabu.best).toBeLessThan(before)
  expect(isSchedule(ft06, tabu.bestStarts)).toBe(true)
  expect(makespanOf(ft06, tabu.bestStarts)).toBe(tabu.best)
})

test('where one machine is always busy no move is left', () => {
  expect(begun(shop([[[0, 3]], [[0, 4]]]), [0, 3]).advance()).toBe(-1)
})
