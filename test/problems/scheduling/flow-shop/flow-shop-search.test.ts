import { expect, test } from 'vitest'
import { uniformFlowShop } from '../../../../instances/generators/index.ts'
import { flowShop } from '../../../../problems/scheduling/flow-shop/flow-shop.ts'
import { flowShopSchema } from '../../../../problems/scheduling/flow-shop/flow-shop-input.ts'
import { flowShopSearch } from '../../../../problems/scheduling/flow-shop/flow-shop-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

test('ends by itself with the proof: one machine takes the jobs in any order, 1 + 2 + 3', () => {
  const { out, bound, finds } = runJob(
    flowShopSearch(flowShopSchema.parse({ durations: [[1], [2], [3]] }), random('0', 'h')),
    Number.POSITIVE_INFINITY,
    100,
  )
  expect([bound, finds.length, [...out].sort()]).toEqual([6, 1, [0, 1, 2]])
})

test('finds get strictly better and none beats the bound', () => {
  const input = uniformFlowShop({ jobs: 15, machines: 8 }, random('a', 'instance'))
  const problem = flowShop(input)
  const { finds, bound } = runJob(flowShopSearch(flowShopSchema.parse(input), random('0', 'h')), 1e6, 1000)
  const costs = finds.map((order) => problem.cost({ order: [...order] }))
  expect(costs.length).toBeGreaterThan(0)
  expect(costs.every((cost, k) => k === 0 || cost < costs[k - 1])).toBe(true)
  expect(bound).toBeLessThanOrEqual(costs.at(-1)!)
})
