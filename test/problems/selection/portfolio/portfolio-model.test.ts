import { describe, expect, test } from 'vitest'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import { buildPortfolio, lotsAt, pointOf } from '../../../../problems/selection/portfolio/portfolio-model.ts'
import { evaluate, Model } from '../../../../src/model/index.ts'

const mean = [0.01, 0.02, 0.03]
const covariance = [1, 0, 0, 0, 4, 0, 0, 0, 9]

describe('the model of a portfolio', () => {
  test('of 10 lots without a count has 4 bits an asset and no bit for "held"', () => {
    const model = new Model()
    buildPortfolio(model, readPortfolio({ mean, covariance, lots: 10 }))
    expect(model.size).toBe(12)
    expect(model.constraints.map((c) => c.name)).toEqual(['all is invested'])
  })

  test('with a count has three bits more, of which exactly two are 1', () => {
    const model = new Model()
    buildPortfolio(model, readPortfolio({ mean, covariance, lots: 10, hold: 2 }))
    expect(model.size).toBe(15)
    expect(model.constraints.at(-2)).toMatchObject({ name: 'assets held', sense: '==', bound: 2 })
  })

  test('reaches every number of lots, and says the variance: 7 of 10 and 3 of 10 cost 0.49 + 0.36', () => {
    const data = readPortfolio({ mean, covariance, lots: 10, hold: 2 })
    const model = new Model()
    const layout = buildPortfolio(model, data)
    for (let k = 0; k <= 10; k++)
      expect([...lotsAt(layout, pointOf(data, layout, [k, 10 - k, 0]))]).toEqual([k, 10 - k, 0])
    const { energy, broken } = evaluate(model, pointOf(data, layout, [7, 3, 0]))
    expect(broken).toEqual([])
    expect(energy).toBeCloseTo(0.85, 12)
  })

  test('of real weights has a lot for each asset that may be held, and nothing to pay for', () => {
    const model = new Model()
    const { lots } = buildPortfolio(model, readPortfolio({ mean, covariance, hold: 2, return: 0.025 }))
    expect(lots).toBe(2)
    expect(model.constraints).toHaveLength(1)
  })
})
