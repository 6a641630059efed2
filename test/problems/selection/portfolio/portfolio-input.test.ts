import { expect, test } from 'vitest'
import { readPortfolio } from '../../../../problems/selection/portfolio/portfolio-input.ts'

const assets = { a: { mean: 1, deviation: 2 }, b: { mean: 3, deviation: 4 } }

test('names become numbers, and correlation ½ of deviations 2 and 4 covariance 4', () => {
  const data = readPortfolio({ assets, correlation: [['a', 'b', 0.5]] })
  expect([...data.covariance]).toEqual([4, 4, 4, 16])
  expect([...data.mean]).toEqual([1, 3])
  expect(data.names).toEqual(['a', 'b'])
})

test('limits are rounded inwards to whole lots: 0.3 … 0.7 of 4 lots is half', () => {
  const { least, greatest } = readPortfolio({ assets, min: 0.3, max: 0.7, lots: 4 })
  expect([least[0], greatest[0]]).toEqual([0.5, 0.5])
})

test('limits that no whole lot keeps leave the asset out', () => {
  expect([...readPortfolio({ assets, min: { a: 0.3 }, max: { a: 0.4 }, lots: 4 }).greatest]).toEqual([0, 1])
})

test('sectors know their members and default to no limit', () => {
  const [sector] = readPortfolio({ assets, sectors: { old: { assets: ['b'] } } }).sectors
  expect(sector).toEqual({ name: 'old', isMember: Uint8Array.of(0, 1), weight: [0, 1], count: [0, 2] })
})

test('an asset may be called as every object inherits', () => {
  const named = { constructor: { mean: 1, deviation: 1 }, a: { mean: 1, deviation: 1 } }
  expect([...readPortfolio({ assets: named, max: { a: 0.5 }, held: { a: 1 } }).greatest]).toEqual([1, 0.5])
})

test('a pair may be given twice, in either order, but with one correlation', () => {
  expect(
    readPortfolio({
      assets,
      correlation: [
        ['a', 'b', 0.5],
        ['b', 'a', 0.5],
      ],
    }).covariance[1],
  ).toBe(4)
  expect(() =>
    readPortfolio({
      assets,
      correlation: [
        ['a', 'b', 0.5],
        ['b', 'a', 0],
      ],
    }),
  ).toThrow(
    expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(/"b" and "a".* 0\.5 and 0/) }),
  )
})
