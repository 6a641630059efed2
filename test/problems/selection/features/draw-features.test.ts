import { expect, test } from 'vitest'
import { palette } from '../../../../problems/picture/svg.ts'
import { drawFeatures } from '../../../../problems/selection/features/draw-features.ts'
import { svgComplaint } from '../../../contracts/svg.ts'

const scores = { size: 3, relevance: Float64Array.of(2, 1, 0.5), shared: Float64Array.of(0, 1, 0, 1, 0, 0, 0, 0, 0) }
const widths = (svg: string, fill: string) =>
  [...svg.matchAll(new RegExp(`height="\\d+" width="([\\d.]+)" fill="${fill}"`, 'g'))].map(([, width]) => Number(width))

test('bars are as long as relevance and redundancy; the score stands in the title', () => {
  const svg = drawFeatures(scores, ['a', '<b>', 'c'], Uint8Array.of(1, 1, 0))
  expect(svgComplaint(svg)).toBeNull()
  expect(svg).toContain('score 2: 2 of 3 features') // 2 + 1 − 1
  const [longest, other] = widths(svg, palette[0])
  expect(other / longest).toBeCloseTo(0.5, 2)
  // The pair costs 1, half of it on each of the two.
  for (const redundancy of widths(svg, palette[1])) expect(redundancy / longest).toBeCloseTo(0.25, 2)
  expect(widths(svg, palette[1])).toHaveLength(2)
})

test('of many features the chosen and the most telling are drawn, and a note says so', () => {
  const size = 50
  const relevance = Float64Array.from({ length: size }, (_, i) => size - i)
  const chosen = new Uint8Array(size).fill(1, 49)
  const svg = drawFeatures({ size, relevance, shared: new Float64Array(size * size) }, null, chosen)
  expect(svg).toContain('drawn: 40 of 50 features')
  expect(svg).toContain('>feature 49<')
  expect(svg).not.toContain('>feature 39<')
})
