import { describe, expect, it } from 'vitest'
import { readBinPacking } from '../../../../problems/assignment/packing/bin-packing-input.ts'
import { bestFit, byFallingSize, fewestBins } from '../../../../problems/assignment/packing/first-bins.ts'

const of = (size: number[], capacity = 10) => readBinPacking({ size, capacity })

describe('best fit', () => {
  it('puts an item into the fullest bin that takes it', () => {
    const data = of([6, 7, 3])
    expect(bestFit(data, [0, 1, 2])).toEqual({ binOf: Int32Array.of(0, 1, 1), bins: 2 })
  })

  it('takes items by falling size, equals in their order', () => {
    expect(byFallingSize(Float64Array.of(2, 5, 2, 9))).toEqual([3, 1, 0, 2])
  })
})

describe('the bound on bins', () => {
  it('is the volume, rounded up', () => {
    expect(fewestBins(of([5, 5, 1]))).toBe(2)
    expect(fewestBins(of([2, 3, 5]))).toBe(1)
  })

  it('gives every item above the half its own bin', () => {
    expect(fewestBins(of([6, 6, 6]))).toBe(3)
  })

  it('sees that three of size 5 do not fit beside three of size 6: 3 + 3/2 rounded up', () => {
    expect(fewestBins(of([6, 6, 6, 5, 5, 5]))).toBe(5)
  })
})
