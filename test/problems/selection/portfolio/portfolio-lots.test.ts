import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import { mended, missed, spread } from '../../../../problems/selection/portfolio/portfolio-lots.ts'

const mean = [0.01, 0.02, 0.03, 0.04]
const covariance = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

describe('lots', () => {
  test('are spread near what is wished: 2.5 and 1.5 of 4 are 3 and 1', () => {
    expect([...spread(readPortfolio({ mean, covariance, lots: 4 }), [2.5, 1.5, 0, 0])]).toEqual([3, 1, 0, 0])
  })

  test('keep what already keeps the rules, and else keep the count, the limits and the total', () => {
    const data = readPortfolio({ mean, covariance, lots: 6, hold: 2, min: 0.3, max: 0.7 })
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }), (wished) => {
        const held = spread(data, wished)
        expect(missed(data, held)).toBe(0)
        if (missed(data, wished) === 0) expect([...held]).toEqual(wished)
      }),
    )
  })

  test('are mended towards the return: of 2 lots 0.035 needs one of each of the best two', () => {
    const data = readPortfolio({ mean, covariance, lots: 2, return: 0.035 })
    expect([...mended(data, Int32Array.of(2, 0, 0, 0))]).toEqual([0, 0, 1, 1])
  })

  test('miss what they miss: one lot, and one asset too many', () => {
    const data = readPortfolio({ mean, covariance, lots: 4, hold: 2 })
    expect(missed(data, [1, 1, 1, 0])).toBe(2)
  })
})
