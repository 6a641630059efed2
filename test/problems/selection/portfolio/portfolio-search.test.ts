import { expect, test } from 'vitest'
import { generate } from '../../../../instances/index.ts'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import { costOf } from '../../../../problems/selection/portfolio/portfolio-relaxation.ts'
import { portfolioSearch } from '../../../../problems/selection/portfolio/portfolio-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

test('a search over 20 assets proves its answer, on reals and on lots, and lots cost no less', () => {
  const market = generate.factorMarket({ assets: 20, hold: 4, return: 0.004 }, random('s', 'market'))
  const costs = [{}, { lots: 20 }].map((rules) => {
    const data = readPortfolio({ ...market, ...rules } as never)
    const { out, bound } = runJob(portfolioSearch(data, random('0', 's')), 1e9, 1e5)
    expect(bound).toBeCloseTo(costOf(data, out), 12)
    return costOf(data, out)
  })
  expect(costs[1]).toBeGreaterThanOrEqual(costs[0] - 1e-12)
})

test('told to stop at once it still has weights that add up to 1', () => {
  const market = generate.factorMarket({ assets: 20, hold: 4 }, random('s', 'market'))
  const { out } = runJob(portfolioSearch(readPortfolio(market as never), random('0', 's')), 0, 1)
  expect(out.reduce((sum, w) => sum + w)).toBeCloseTo(1, 9)
})

const two = { a: { mean: 0.05, deviation: 1 }, b: { mean: 0.1, deviation: 2 } }

test.each([
  ['a return of 0.2, when the best asset brings 0.1', { return: 0.2 }],
  ['two assets of at least 0.6 each', { exactly: 2, min: 0.6 }],
  ['at most 0.3 of each of two', { max: 0.3 }],
  ['one asset only, of at most 0.9', { hold: 1, max: 0.9 }],
  ['two assets of at least 2 of 3 lots each', { exactly: 2, min: 2 / 3, lots: 3 }],
  ['limits between two lots', { min: 0.3, max: 0.4, lots: 4 }],
  [
    'a sector of at least half that may hold nothing',
    { sectors: { s: { assets: ['b'], weight: [0.5, 1], count: [0, 0] } } },
  ],
] as const)('no answer is proven at once: %s', (_, rules) => {
  const data = readPortfolio({ assets: two, ...rules } as never)
  const { bound, work } = runJob(portfolioSearch(data, random('0', 's')), 1e9, 1e5)
  expect(bound).toBe(Number.POSITIVE_INFINITY)
  expect(work).toBeLessThan(1e5)
})

test('thirds that are rounded down add up within what a check forgives: they are an answer', () => {
  const third = { mean: 0, deviation: 1 }
  const data = readPortfolio({ assets: { a: third, b: third, c: third }, max: 0.33333333 })
  const { out, bound } = runJob(portfolioSearch(data, random('0', 's')), 1e9, 1e5)
  expect(out[0]).toBeCloseTo(1 / 3, 7)
  expect(bound).toBeCloseTo(1 / 3, 7)
})
