import { describe, expect, test } from 'vitest'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import {
  completed,
  heaviest,
  isBetter,
  price,
  promising,
} from '../../../../problems/selection/portfolio/portfolio-sets.ts'

const mean = [0.01, 0.02, 0.03]
const covariance = [1, 0, 0, 0, 4, 0, 0, 0, 9]

describe('sets of assets', () => {
  test('are priced with their best weights: 1 and 4 make 4/5', () => {
    const { bad, relaxed } = price(readPortfolio({ mean, covariance, hold: 2 }), [0, 1])
    expect(bad).toBe(0)
    expect(relaxed.value).toBeCloseTo(0.8, 9)
  })

  test('too large are bad, and worse than none at any price', () => {
    const data = readPortfolio({ mean, covariance, hold: 2 })
    expect(price(data, [0, 1, 2]).bad).toBe(1)
    expect(isBetter(price(data, [1, 2]), price(data, [0, 1, 2]))).toBe(true)
  })

  test('are filled up while that helps', () => {
    expect([...completed(readPortfolio({ mean, covariance, hold: 2 }), [1]).set].sort()).toEqual([0, 1])
  })

  test('are mended towards the return', () => {
    const { bad, relaxed } = completed(readPortfolio({ mean, covariance, hold: 1, return: 0.03 }), [0])
    expect(bad).toBe(0)
    expect([...relaxed.weights]).toEqual([0, 0, 1])
  })

  test('start from the heaviest, of equals with the least variance', () => {
    expect(heaviest(readPortfolio({ mean, covariance, hold: 2 }), [0, 0, 1])).toEqual([2, 0])
  })

  test('look first where a unit of weight costs least', () => {
    const data = readPortfolio({ mean, covariance: [1, 0.5, 0, 0.5, 4, 0, 0, 0, 9] })
    expect(promising(data, [0], price(data, [0]).relaxed, 0)).toEqual([2, 1])
  })
})
