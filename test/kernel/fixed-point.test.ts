import { expect, it } from 'vitest'
import { fixedPoint } from '../../src/kernel/fixed-point.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'

const of = (...weights: number[]) => fixedPoint(quboFromCoo(2, [0, 0], [0, 1], weights))

it('whole numbers stay as they are, and small ones fit 16 bits', () => {
  expect(of(5, -3)).toMatchObject({ scale: 1, exact: true, bound: 8, bits: 16, lanes: 16 })
  expect([...of(5, -3).linear, ...of(5, -3).value]).toEqual([5, 0, -3, -3])
})

it('quarters are counted in quarters', () => {
  expect(of(0.25, 1)).toMatchObject({ scale: 4, exact: true, bound: 5, bits: 16 })
})

it('a field of 32767 fits 16 bits, one of 32768 does not', () => {
  expect(of(32766, 1).bits).toBe(16)
  expect(of(32767, 1).bits).toBe(32)
})

it('thirds are rounded to about 30 bits and never overflow 32', () => {
  const { exact, scale, bound, linear } = of(1 / 3, 1)
  expect(exact).toBe(false)
  expect(bound).toBeLessThan(2 ** 30)
  expect(Math.abs(linear[0] / scale - 1 / 3)).toBeLessThan(2 ** -28)
})

it('numbers beyond 32 bits are scaled down', () => {
  expect(of(2 ** 40, 3)).toMatchObject({ exact: false, bits: 32 })
  expect(of(2 ** 40, 3).bound).toBeLessThan(2 ** 30)
})

it('a Qubo of zeros is exact', () => {
  expect(of(0, 0)).toMatchObject({ scale: 1, exact: true, bound: 0 })
})
