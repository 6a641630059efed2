import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { generate, readInstance } from '../../../../instances/index.ts'
import { portfolio } from '../../../../problems/selection/portfolio/portfolio.ts'
import type { BulkPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import type { Problem } from '../../../../src/problem.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const twins = (chance: { below(n: number): number }) => {
  const [m, s] = [0, 1].map(() => [1, 2, 3].map(() => (1 + chance.below(9)) / 100))
  return {
    named: {
      assets: {
        a: { mean: m[0], deviation: s[0] },
        b: { mean: m[1], deviation: s[1] },
        c: { mean: m[2], deviation: s[2] },
      },
      correlation: [['a', 'b', 0.5]] as const,
      hold: 2,
      lots: 3,
    },
    bulk: { mean: m, deviation: s, correlation: [1, 0.5, 0, 0.5, 1, 0, 0, 0, 1], hold: 2, lots: 3 },
  }
}

const two = { a: { mean: 0.1, deviation: 1 }, b: { mean: 0.2, deviation: 2 } }
const prove = <Answer>(problem: Problem<Answer>) => runJob(problem.heuristic!(random('0', 'p')), 1e8, 1e5)

describe('portfolio', () => {
  test.each(problemPromises(portfolio, { twins }).slice(-1))('$promise', ({ check }) => check())

  test('variances 1 and 4, uncorrelated: weights 4/5 and 1/5, variance 16/25 + 4/25', () => {
    const problem = portfolio({ assets: two })
    const { out, bound } = prove(problem)
    expect(out.weights.a).toBeCloseTo(0.8, 9)
    expect(problem.cost(out)).toBeCloseTo(0.8, 12)
    expect(bound).toBeCloseTo(0.8, 12)
  })

  test('a return of 0.15 needs half of each: variance ¼ + 1', () => {
    const problem = portfolio({ assets: two, return: 0.15 })
    expect(problem.cost(prove(problem).out)).toBeCloseTo(1.25, 9)
    expect(problem.check({ weights: { a: 0.6, b: 0.4 } })[0].rule).toBe('expected return')
  })

  test('a fee of 0.05 on what is bought and sold: from all in a, x in b brings 0.1 + 0.1x − 0.1x', () => {
    const problem = portfolio({ assets: two, held: { a: 1 }, fee: 0.05, return: 0.1 })
    expect(problem.check({ weights: { a: 0.5, b: 0.5 } })).toEqual([])
    const dearer = portfolio({ assets: two, held: { a: 1 }, fee: 0.06, return: 0.1 })
    expect(dearer.check({ weights: { a: 0.5, b: 0.5 } })[0].rule).toBe('expected return')
    expect(prove(dearer).out).toEqual({ weights: { a: 1 } })
  })

  test('aversion ½ weighs variance against return: all in b costs ½·4 − ½·0.2', () => {
    expect(portfolio({ assets: two, aversion: 0.5 }).cost({ weights: { b: 1 } })).toBeCloseTo(1.9, 12)
  })

  test('one asset only: the one of less variance; a third is no whole number of quarters', () => {
    expect(prove(portfolio({ assets: two, hold: 1 })).out).toEqual({ weights: { a: 1 } })
    expect(portfolio({ assets: two, lots: 4 }).check({ weights: { a: 1 / 3, b: 2 / 3 } })[0].rule).toBe('whole lots')
  })

  test('real weights are proven by no model, and lots are', () => {
    expect(portfolio({ assets: two }).inexact).toMatch(/grid/)
    expect(portfolio({ assets: two, lots: 4, return: 0.15 }).inexact).toBeUndefined()
    expect(portfolio({ assets: two, lots: 4, return: 0.1 + 1e-9 }).inexact).toBeUndefined()
    expect(portfolio({ mean: [1 / 3], covariance: [1], lots: 4, return: 0.1 }).inexact).toMatch(/millionths/)
  })

  test('a chosen set gets its best weights: any lots of a and b mean 4/5 and 1/5', () => {
    const problem = portfolio({ assets: { ...two, c: { mean: 0, deviation: 9 } }, hold: 2 })
    const { model, decode } = problem.build()
    const point = new Float64Array(model.size)
    for (let k = 0; k < model.size; k++)
      if (/lot|1 of (a|b)/.test(model.nameOf(k)) && !/ c /.test(model.nameOf(k))) point[k] = 1
    expect(decode(point).weights.a).toBeCloseTo(0.8, 9)
  })

  test.each([
    [{ assets: two, hold: 2, exactly: 2 }, '"hold" and "exactly" are both given'],
    [{ assets: two, exactly: 2 }, '"exactly" counts assets that may have weight 0'],
    [{ assets: two, correlation: [['a', 'x', 0]] }, '"x" is no asset'],
    [{ mean: [1, 1], covariance: [1, 2, 2, 1] }, 'contradict each other'],
    [{ mean: [1, 1], covariance: [1, 0, 0.5, 1] }, 'two covariances'],
    [{ assets: two, min: 0.6, max: 0.5 }, 'is above "max"'],
    [{ assets: two, lots: 2, held: { a: 0.3 }, fee: 0.1 }, 'no whole lot'],
  ])('%j is refused', (input, what) => {
    expect(() => portfolio(input as never)).toThrow(what)
  })

  it('proves what trying every set proves', () => {
    for (const seed of ['a', 'b', 'c']) {
      const market = generate.factorMarket({ assets: 8, hold: 3, return: 0.004 }, random(seed, 'market'))
      const problem = portfolio({ ...market, min: 0.1, names: undefined })
      const { out, bound } = prove(problem)
      let least = Number.POSITIVE_INFINITY
      for (let set = 1; set < 256; set++) {
        const max = Array.from({ length: 8 }, (_, i) => (set >> i) & 1)
        if (max.reduce((a, b) => a + b) > 3) continue
        const alone = portfolio({ ...market, hold: 8, min: max.map((m) => m / 10), max, names: undefined })
        const answer = prove(alone).out
        if (alone.check(answer).length === 0) least = Math.min(least, alone.cost(answer))
      }
      expect(problem.cost(out)).toBeCloseTo(least, 9)
      expect(bound).toBeCloseTo(least, 9)
    }
  })
})

const folder = process.env.ISINGLASS_INSTANCES

describe.skipIf(!folder)('port1 with at most 5 assets (skipped unless ISINGLASS_INSTANCES names its folder)', () => {
  it.each([
    ['0.0058119869', 8.420922e-4],
    ['0.0048014128', 7.235182e-4],
    ['0.0037908522', 6.752352e-4],
    ['0.0027843363', 6.613265e-4],
  ])('for a return of %s has the proven variance %d', (goal, variance) => {
    const text = readFileSync(join(folder as string, 'portfolio', 'port1.txt'), 'utf8')
    const { input, kind } = readInstance(text, { fileName: 'port1.txt', set: { hold: '5', return: goal } })
    const problem = portfolio(input as BulkPortfolio & { names?: undefined })
    const { out, bound } = prove(problem)
    expect(kind).toBe('portfolio')
    expect(problem.check(out)).toEqual([])
    expect(problem.cost(out)).toBeCloseTo(variance, 9)
    expect(bound).toBeCloseTo(problem.cost(out), 12)
  })
})

const misspelt = {
  // @ts-expect-error: a correlation is of assets
  correlation: () => portfolio({ assets: two, correlation: [['a', 'bb', 0.5]] }),
  // @ts-expect-error: so is a present holding
  holding: () => portfolio({ assets: two, held: { bb: 1 } }),
}

test('the assets give the names: one without correlations has a weight, and a misspelt one is refused', () => {
  const asset = { mean: 0.1, deviation: 1 }
  const problem = portfolio({ assets: { bonds: asset, us: asset, eu: asset }, correlation: [['us', 'eu', 0.8]] })
  const bonds: number | undefined = prove(problem).out.weights.bonds
  expect(bonds).toBeGreaterThan(1 / 3)
  expect(misspelt.correlation).toThrow('"bb" is no asset')
  expect(misspelt.holding).toThrow('"bb" is no asset')
})
