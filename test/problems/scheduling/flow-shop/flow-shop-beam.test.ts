import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowShop } from '../../../../problems/scheduling/flow-shop/flow-shop.ts'
import { flowShopBeam, isSpent, sweep } from '../../../../problems/scheduling/flow-shop/flow-shop-beam.ts'
import { flowShopSchema } from '../../../../problems/scheduling/flow-shop/flow-shop-input.ts'

const list = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })
const shops = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([jobs, machines]) => list(list(fc.nat(9), machines), jobs))

test('what it finds is an order of all jobs that takes as long as it says, each shorter than the one before', () => {
  fc.assert(
    fc.property(shops, (durations) => {
      const problem = flowShop({ durations })
      const beam = flowShopBeam(flowShopSchema.parse({ durations }))
      let last = Number.POSITIVE_INFINITY
      for (let k = 0; k < 300 && !isSpent(beam); k++) {
        expect(sweep(beam)).toBeGreaterThan(0)
        if (beam.found === null) continue
        expect(problem.check({ order: [...beam.found] })).toEqual([])
        expect(problem.cost({ order: [...beam.found] })).toBe(beam.upper)
        expect(beam.upper).toBeLessThan(last)
        last = beam.upper
        beam.found = null
      }
      expect(last).toBeLessThan(Number.POSITIVE_INFINITY)
    }),
  )
})

test('the short job first: it keeps the second machine busy', () => {
  const beam = flowShopBeam(
    flowShopSchema.parse({
      durations: [
        [5, 1],
        [1, 5],
      ],
    }),
  )
  for (let k = 0; k < 20; k++) sweep(beam)
  expect([beam.upper, [...beam.found!]]).toEqual([7, [1, 0]])
})
