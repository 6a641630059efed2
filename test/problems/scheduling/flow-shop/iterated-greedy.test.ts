import { expect, test } from 'vitest'
import { uniformFlowShop } from '../../../../instances/generators/index.ts'
import { flowShop } from '../../../../problems/scheduling/flow-shop/flow-shop.ts'
import { flowShopSchema } from '../../../../problems/scheduling/flow-shop/flow-shop-input.ts'
import { iteratedGreedy, stepGreedy } from '../../../../problems/scheduling/flow-shop/iterated-greedy.ts'
import { random } from '../../../../src/run/index.ts'

test('whatever step it stands at, it holds every job once, and its best order costs what it says', () => {
  const input = uniformFlowShop({ jobs: 7, machines: 3 }, random('a', 'instance'))
  const greedy = iteratedGreedy(flowShopSchema.parse(input))
  const chance = random('0', 'steps')
  for (let k = 0; k < 500; k++) {
    expect(stepGreedy(greedy, chance)).toBeGreaterThan(0)
    expect([...greedy.order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
  }
  expect(flowShop(input).cost({ order: [...greedy.best] })).toBe(greedy.bestMakespan)
})
