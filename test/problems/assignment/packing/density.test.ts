import { describe, expect, it } from 'vitest'
import { byDensity } from '../../../../problems/assignment/packing/density.ts'

describe('the order by density', () => {
  it('puts the weightless first, then what is worth most per weight, equals in their order', () => {
    expect(byDensity([4, 6, 1, 2], [4, 2, 0, 2])).toEqual([2, 1, 0, 3])
  })
})
