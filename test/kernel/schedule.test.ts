import { expect, it } from 'vitest'
import { geometric, temperatureRange } from '../../src/kernel/schedule.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'

it('the hottest accepts the dearest flip every other time: a lone bit of cost 3 gives 3 / ln 2', () => {
  const { hot, cold } = temperatureRange(quboFromCoo(1, [0], [0], [3]))
  expect(Math.exp(-3 / hot)).toBeCloseTo(0.5, 12)
  expect(Math.exp(-3 / cold)).toBeCloseTo(0.01, 12)
})

it('a coupling of 4 between bits counts 2 at the cold end, 4 at the hot one', () => {
  const { hot, cold } = temperatureRange(quboFromCoo(2, [0], [1], [4]))
  expect(hot).toBeCloseTo(4 / Math.log(2), 12)
  expect(cold).toBeCloseTo(2 / Math.log(200), 12)
})

it('nothing to decide, nothing to heat', () => {
  expect(temperatureRange(quboFromCoo(2, [], [], []))).toEqual({ hot: 1, cold: 1 })
})

it('falls by equal factors: 100, 10, 1', () => {
  const at = geometric({ hot: 100, cold: 1 })
  expect([at(0), at(0.5), at(1)].map((t) => Math.round(t * 1e9) / 1e9)).toEqual([100, 10, 1])
})
