import { describe, expect, it } from 'vitest'
import { readBinPacking } from '../../../../problems/assignment/packing/bin-packing-input.ts'

describe('the input of bin packing', () => {
  it('is the same by name and by number', () => {
    const named = readBinPacking({ items: { a: 3, b: 2 }, capacity: 4 })
    expect(named).toEqual({ ...readBinPacking({ size: [3, 2], capacity: 4 }), names: ['a', 'b'] })
    expect(named.limit).toBe(4)
  })

  it('forgives rounding where sizes are not whole', () => {
    expect(readBinPacking({ size: [0.1, 0.2], capacity: 0.3 }).limit).toBeGreaterThan(0.1 + 0.2)
  })

  it('refuses items that fit into no bin, negative ones, and none', () => {
    expect(() => readBinPacking({ items: { sofa: 5 }, capacity: 4 })).toThrow('"sofa" has size 5, more than')
    expect(() => readBinPacking({ size: [-1], capacity: 4 })).toThrow('less than nothing')
    expect(() => readBinPacking({ size: [], capacity: 4 })).toThrow('no items')
  })
})
