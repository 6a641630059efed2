import { expect, test } from 'vitest'
import { flowShopSchema } from '../../../../problems/scheduling/flow-shop/flow-shop-input.ts'

test('lists of lists, one list and names come to the same durations', () => {
  const durations = Int32Array.of(1, 2, 3, 4)
  expect(
    flowShopSchema.parse({
      durations: [
        [1, 2],
        [3, 4],
      ],
    }).durations,
  ).toEqual(durations)
  expect(flowShopSchema.parse({ durations: [1, 2, 3, 4], machines: 2 }).durations).toEqual(durations)
  expect(flowShopSchema.parse({ jobs: { a: [1, 2], b: [3, 4] } }).durations).toEqual(durations)
})
