import { describe, expect, test } from 'vitest'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import { portfolioTree, type Shared } from '../../../../problems/selection/portfolio/portfolio-tree.ts'

const covariance = [1, 0, 0, 0, 1, 0, 0, 0, 1]
const mean = [0, 0, 0]

function least(rules: object): { best: Float64Array | undefined; bounds: number[] } {
  const shared: Shared = { best: null }
  const bounds: number[] = []
  for (const { bound } of portfolioTree(readPortfolio({ mean, covariance, ...rules }), shared))
    if (bound !== undefined) bounds.push(bound)
  return { best: shared.best?.point, bounds }
}

describe('branch and bound', () => {
  test('of three equal assets holds two halves: variance ½, never bounded above it', () => {
    const { best, bounds } = least({ hold: 2 })
    expect([...best!].sort()).toEqual([0, expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)])
    expect(Math.max(...bounds)).toBeLessThanOrEqual(0.5 + 1e-9)
  })

  test('keeps a least weight: with min 0.4 only two fit', () => {
    expect([...least({ min: 0.4 }).best!].filter((w) => w > 0)).toHaveLength(2)
  })

  test('finds no answer where there is none: three at least 0.4 each', () => {
    expect(least({ exactly: 3, min: 0.4 }).best).toBeUndefined()
  })

  test('keeps to whole lots: 4 lots on 3 assets are 2, 1 and 1', () => {
    expect([...least({ lots: 4 }).best!].sort()).toEqual([0.25, 0.25, 0.5])
  })

  test('ends although rounding hides the least variance, 0: twelve assets that move as one, up or down', () => {
    const moves = [3, -2, 5, -7, 1, -4, 6, -3, 2, -5, 7, -1]
    const rules = {
      mean: moves.map(() => 0),
      covariance: moves.flatMap((a) => moves.map((b) => a * b)),
      hold: 3,
      min: 0.1,
    }
    const shared: Shared = { best: null }
    const strides = portfolioTree(readPortfolio(rules), shared)
    let count = 0
    while (count < 1000 && !strides.next().done) count++
    expect(shared.best!.value).toBeCloseTo(0, 12)
    expect(count).toBeLessThan(1000)
  })

  test('counts variance in its own unit: of 10⁻¹² and 4·10⁻¹² four parts to one', () => {
    const { best, bounds } = least({ mean: [0, 0], covariance: [1e-12, 0, 0, 4e-12] })
    expect(best![0]).toBeCloseTo(0.8, 9)
    expect(bounds.at(-1)! / 0.8e-12).toBeCloseTo(1, 9)
  })

  test('keeps the counts of sectors', () => {
    const sectors = { old: { assets: [0, 1], count: [0, 1] }, young: { assets: [2], weight: [0, 0.25] } }
    const { best } = least({ sectors })
    expect(best![2]).toBeCloseTo(0.25, 9)
    expect(Math.max(best![0], best![1])).toBeCloseTo(0.75, 9)
  })
})
