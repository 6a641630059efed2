import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestInsertion, insertionTable } from '../../../../problems/scheduling/flow-shop/flow-insertion.ts'
import { flowShop } from '../../../../problems/scheduling/flow-shop/flow-shop.ts'
import { flowShopSchema } from '../../../../problems/scheduling/flow-shop/flow-shop-input.ts'

const list = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })

test('the position found is as good as the best of all tried one by one', () => {
  const rows = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  fc.assert(
    fc.property(
      rows.chain(([jobs, machines]) => list(list(fc.nat(9), machines), jobs)),
      (durations) => {
        const data = flowShopSchema.parse({ durations })
        const problem = flowShop({ durations })
        const job = data.jobs - 1
        const others = Array.from({ length: job }, (_, j) => j)
        const span = (at: number) => problem.cost({ order: others.toSpliced(at, 0, job) })
        const out = { position: -1, makespan: -1 }
        bestInsertion(data, insertionTable(data), Int32Array.from(others), job, job, out)
        expect(out.makespan).toBe(Math.min(...[...others, job].map((_, at) => span(at))))
        expect(span(out.position)).toBe(out.makespan)
      },
    ),
  )
})

test('of equals, machines idle least: behind a job of 2 and 2 the second machine waits no longer', () => {
  // Either way both leave at 2 + 2 + 2; before or behind makes no difference to the makespan, so the first with least idle time stays.
  const data = flowShopSchema.parse({
    durations: [
      [2, 2],
      [2, 2],
    ],
  })
  const out = { position: -1, makespan: -1 }
  bestInsertion(data, insertionTable(data), Int32Array.of(0), 1, 1, out)
  expect(out).toEqual({ position: 0, makespan: 6 })
})
