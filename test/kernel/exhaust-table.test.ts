import { describe, expect, it } from 'vitest'
import { firstState, leastState, pairTable, subsetSums, tableSums } from '../../src/kernel/exhaust-table.ts'

describe('tables of energies', () => {
  it('adds up every subset of 1, 2, 4 to its own number', () => {
    const out = new Float64Array(8)
    subsetSums(out, Float64Array.of(1, 2, 4), 0, 3)
    expect([...out]).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('counts a pair where both bits are 1', () => {
    expect([...pairTable(Float64Array.of(0, 9, 9, 0), 2, 2)]).toEqual([0, 0, 0, 9])
  })

  it('finds the lowest of two equal states: −1 for either bit, +1 for the pair', () => {
    const table = pairTable(Float64Array.of(0, 1, 1, 0), 2, 2)
    const sums = tableSums(2)
    const least = leastState(table, sums, Float64Array.of(-1, -1), 0)
    expect([least, firstState(table, sums, least)]).toEqual([-1, 1])
  })

  it('finds the one state of 2⁸ whose bits are all wanted', () => {
    const table = pairTable(new Float64Array(64), 8, 8)
    const sums = tableSums(8)
    const least = leastState(table, sums, Float64Array.of(-1, -1, 1, -1, 1, 1, -1, -1), 0)
    expect([least, firstState(table, sums, least)]).toEqual([-5, 0b11001011])
  })
})
