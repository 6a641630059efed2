import { describe, expect, test } from 'vitest'
import { drawFrontier } from '../../../../problems/selection/portfolio/draw-frontier.ts'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'
import { svgComplaint } from '../../../contracts/svg.ts'

const assets = { 'a & b': { mean: 0.1, deviation: 1 }, c: { mean: 0.2, deviation: 2 } }
const pointsOf = (picture: string) => /points="([^"]*)"/.exec(picture)![1].split(' ')

describe('the picture of a portfolio', () => {
  test('has the frontier in 30 points, a dot per asset and one for the answer, a bar per holding', () => {
    const picture = drawFrontier(readPortfolio({ assets, return: 0.15 }), Float64Array.of(0.5, 0.5))
    expect(svgComplaint(picture)).toBeNull()
    expect(pointsOf(picture)).toHaveLength(30)
    expect(picture.match(/<circle/g)).toHaveLength(3 + 3) // and the keys
    expect(picture.match(/50 %/g)).toHaveLength(2)
    expect(picture).toContain('a &#38; b')
  })

  test('ends the frontier at the asset of largest return', () => {
    const picture = drawFrontier(readPortfolio({ assets }), Float64Array.of(1, 0))
    const [x, y] = pointsOf(picture).at(-1)!.split(',')
    expect(picture).toContain(`<circle cx="${x}" cy="${y}" r="4"`)
  })
})
