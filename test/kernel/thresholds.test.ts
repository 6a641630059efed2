import { expect, it } from 'vitest'
import { nats, tableSize, temper } from '../../src/kernel/thresholds.ts'

it('tables are powers of two between 1024 and 8192', () => {
  expect([1, 512, 800, 3000, 1e6].map(tableSize)).toEqual([1024, 1024, 2048, 8192, 8192])
})

it('the share of entries of at least c is exp(−c), to one entry', () => {
  const table = nats(1024).subarray(0, 1024)
  for (const cost of [0.1, 1, 2, 4]) {
    expect(Math.abs(table.filter((t) => t >= cost).length - 1024 * Math.exp(-cost))).toBeLessThanOrEqual(1)
  }
})

it('the first entries stand again at the end', () => {
  expect(nats(1024).slice(1024)).toEqual(nats(1024).slice(0, 16))
})

it('thresholds are whole costs, capped', () => {
  const out = new Int32Array(3)
  temper(Float32Array.of(0.5, 1.25, 100), 10, 32, out)
  expect([...out]).toEqual([5, 12, 32])
})
