import { describe, expect, test } from 'vitest'
import { distancesBy, type Metric, metricNames } from '../../../problems/routing/metric.ts'

const from00 = (metric: Metric, to: readonly [number, number]) => distancesBy(metric, [[0, 0], to])(0, 1)

describe('distances', () => {
  test('the straight line to (1, 1) is √2: 1 to the nearest, 2 rounded up', () => {
    expect(from00('euclidean', [1, 1])).toBe(Math.SQRT2)
    expect(from00('rounded', [1, 1])).toBe(1)
    expect(from00('euc2d', [1, 1])).toBe(1)
    expect(from00('ceil2d', [1, 1])).toBe(2)
  })

  test('3 across and 4 up are 5 straight, 7 along the streets, 4 for a king', () => {
    expect(from00('euc2d', [3, 4])).toBe(5)
    expect(from00('man2d', [3, 4])).toBe(7)
    expect(from00('max2d', [3, 4])).toBe(4)
  })

  test('att divides by √10 and never rounds down', () => {
    expect(from00('att', [10, 0])).toBe(4)
    expect(from00('att', [30, 10])).toBe(10)
  })

  test('a degree of the equator is 111.32 km, which geo calls 112', () => {
    expect(from00('geo', [0, 1])).toBe(112)
    expect(from00('geo', [0, 0.3])).toBe(56)
  })

  test.each(metricNames)('%s is 0 from a point to itself and the same both ways', (metric) => {
    const between = distancesBy(metric, [
      [10.2, 3.4],
      [7.5, 20.1],
    ])
    expect(between(0, 0)).toBe(0)
    expect(between(0, 1)).toBe(between(1, 0))
  })
})
