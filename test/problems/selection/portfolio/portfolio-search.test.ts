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
