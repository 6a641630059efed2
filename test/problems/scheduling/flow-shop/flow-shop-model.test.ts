import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowShop } from '../../../../problems/scheduling/flow-shop/flow-shop.ts'
import { evaluate } from '../../../../src/model/index.ts'

const shops = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })).chain(([jobs, machines]) => {
  const list = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })
  const all = Array.from({ length: jobs }, (_, j) => j)
  return fc.record({
    durations: list(list(fc.nat(9), machines), jobs),
    order: fc.shuffledSubarray(all, { minLength: jobs, maxLength: jobs }),
  })
})

test('every order has a point within the bounds that keeps all rules and costs its makespan', () => {
  fc.assert(
    fc.property(shops, ({ durations, order }) => {
      const problem = flowShop({ durations })
      const { model, encode, decode } = problem.build()
      const point = encode({ order })!
      expect(evaluate(model, point)).toEqual({ energy: problem.cost({ order }), violation: 0, broken: [] })
      expect(decode(point)).toEqual({ order })
    }),
  )
})

test('two jobs on two machines: four bits of order, one idle and one waiting time, one equality', () => {
  const durations = [
    [1, 3],
    [4, 2],
  ]
  const { model, encode } = flowShop({ durations }).build()
  expect(model.size).toBe(6)
  expect(model.constraints.map((c) => c.sense)).toEqual(['=='])
  // 0 before 1: while 1 takes 4 on the first machine, 0 takes 3 on the second, which idles 1. 1 before 0: 0 waits 2 − 1.
  expect([...encode({ order: [0, 1] })!].slice(4)).toEqual([0, 1])
  expect([...encode({ order: [1, 0] })!].slice(4)).toEqual([1, 0])
})

test('a broken point is mended: positions keep their first job, the rest is filled up', () => {
  const { decode } = flowShop({ durations: [[1], [2], [3]] }).build()
  expect(decode(Float64Array.of(0, 0, 0, 1, 1, 0, 0, 0, 0))).toEqual({ order: [1, 0, 2] })
})
