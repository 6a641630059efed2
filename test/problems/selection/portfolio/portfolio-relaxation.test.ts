import { describe, expect, test } from 'vitest'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import { costOf, piecesOf, relax, returnOf } from '../../../../problems/selection/portfolio/portfolio-relaxation.ts'

const assets = { a: { mean: 0.1, deviation: 1 }, b: { mean: 0.2, deviation: 2 } }
const box = { low: new Float64Array(2), high: new Float64Array(2).fill(1) }

describe('the relaxation', () => {
  test('prices return: least variance for 0.15 grows by (8x − 2(1 − x))/0.1 at x = ½', () => {
    const relaxed = relax(readPortfolio({ assets, return: 0.15 }), [0, 1], box)
    expect(relaxed.weights[1]).toBeCloseTo(0.5, 9)
    expect(relaxed.price).toBeCloseTo(30, 6)
  })

  test('says what is missing: 0.3 asked, 0.2 at most, in parts of 0.2, beyond 1', () => {
    const { value, shortfall } = relax(readPortfolio({ assets, return: 0.3 }), [0, 1], box)
    expect(value).toBe(Number.POSITIVE_INFINITY)
    expect(shortfall).toBeCloseTo(1.5, 9)
  })

  test('an asset held in part is two pieces: the kept one saves the fee', () => {
    const data = readPortfolio({ assets, held: { a: 0.25 }, fee: 0.01 })
    expect(piecesOf(data, 0, 0, 1).map(({ high, gain }) => [high, Math.round(gain * 100)])).toEqual([
      [0.25, 11],
      [0.75, 9],
    ])
  })

  test('the value of the relaxation is the cost of its weights, fees and aversion included', () => {
    const data = readPortfolio({ assets, held: { a: 0.25, b: 0.75 }, fee: 0.01, aversion: 0.7 })
    const { weights, value } = relax(data, [0, 1], box)
    expect(value).toBeCloseTo(costOf(data, weights), 12)
  })

  test('the net return of keeping everything is the mean', () => {
    const data = readPortfolio({ assets, held: { a: 0.5, b: 0.5 }, fee: 0.01 })
    expect(returnOf(data, [0.5, 0.5])).toBeCloseTo(0.15, 12)
    expect(returnOf(data, [0, 1])).toBeCloseTo(0.2 - 0.01, 12)
  })
})
