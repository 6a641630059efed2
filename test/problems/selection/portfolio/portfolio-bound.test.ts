import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generate } from '../../../../instances/index.ts'
import { sharpenedRisk } from '../../../../problems/selection/portfolio/portfolio-bound.ts'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import { varianceOf } from '../../../../problems/selection/portfolio/portfolio-relaxation.ts'
import { random } from '../../../../src/run/index.ts'

function sharpened(data: ReturnType<typeof readPortfolio>): Float64Array | null {
  const job = sharpenedRisk(data)
  for (let state = job.next(); ; state = job.next()) if (state.done) return state.value
}

describe('the sharpened risk', () => {
  test('of equal independent assets, at most 2 of 4 held, is at least nearly ½ everywhere', () => {
    const covariance = Array.from({ length: 16 }, (_, k) => (k % 5 === 0 ? 1 : 0))
    const data = readPortfolio({ mean: [0, 0, 0, 0], covariance, hold: 2 })
    const risk = sharpened(data) as Float64Array
    expect(varianceOf({ ...data, covariance: risk }, [0.25, 0.25, 0.25, 0.25])).toBeCloseTo(0.5, 2)
    expect(varianceOf({ ...data, covariance: risk }, [0.5, 0.5, 0, 0])).toBeCloseTo(0.5, 2)
  })

  test('never says more than the variance of few assets', () => {
    const market = generate.factorMarket({ assets: 12, hold: 3 }, random('b', 'market'))
    const data = readPortfolio(market as never)
    const risk = sharpened(data) as Float64Array
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(11), { minLength: 3, maxLength: 3 }),
        fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
        (held, parts) => {
          const weights = new Float64Array(12)
          held.forEach((i, k) => {
            weights[i] = parts[k]
          })
          const variance = varianceOf(data, weights)
          expect(varianceOf({ ...data, covariance: risk }, weights)).toBeLessThanOrEqual(variance * (1 + 1e-9))
        },
      ),
    )
  })

  test('says nothing where any number may be held', () => {
    expect(sharpened(readPortfolio({ mean: [0, 0], covariance: [1, 0, 0, 1] }))).toBeNull()
  })
})
