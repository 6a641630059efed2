import { expect, test } from 'vitest'
import { SetPrices } from '../../../problems/covers/set-prices.ts'
import { setsSchema } from '../../../problems/covers/set-system.ts'

const pricesOf = (input: object) => {
  const prices = new SetPrices(setsSchema.parse(input as never))
  while (!prices.done) prices.advance(Number.POSITIVE_INFINITY)
  return prices
}

test('each pair of three elements: the best prices are ½ each, 1.5 together, and two sets are needed', () => {
  const prices = pricesOf({
    elements: 3,
    sets: [
      [0, 1],
      [1, 2],
      [0, 2],
    ],
  })
  expect(prices.bound).toBeCloseTo(1.5, 2)
  expect(prices.bound).toBeLessThanOrEqual(1.5)
  expect(prices.cost).toBe(2)
})

test('a set whose reduced cost is high is dear beside the others', () => {
  const prices = pricesOf({ elements: 2, sets: [[0], [1], [0, 1]], costs: [1, 1, 50] })
  expect(prices.bound).toBeCloseTo(2, 2)
  expect(prices.reducedCosts()[2]).toBeGreaterThan(47)
})
