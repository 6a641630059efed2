import { describe, expect, it } from 'vitest'
import { generate } from '../../../../instances/index.ts'
import { readBinPacking } from '../../../../problems/assignment/packing/bin-packing-input.ts'
import { binPackingSearch } from '../../../../problems/assignment/packing/bin-packing-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

const binsIn = (binOf: Int32Array) => new Set(binOf).size

describe('the search for packings', () => {
  it('fills triplets to the brim, and proves it', () => {
    const data = readBinPacking(generate.tripletBins({ bins: 10 }, random('a', 'instance')))
    const { out, bound } = runJob(binPackingSearch(data, random('a', 'search')), 1e8, 1e5)
    expect([binsIn(out), bound]).toEqual([10, 10])
  })

  it('proves that the bound cannot be met where it cannot: no bin of 11 takes three of the five 4s', () => {
    const data = readBinPacking({ size: [4, 4, 4, 4, 4], capacity: 11 })
    const { out, bound } = runJob(binPackingSearch(data, random('a', 'search')), 1e8, 1e5)
    expect([binsIn(out), bound]).toEqual([3, 3])
  })

  it('only ever finds packings with fewer bins', () => {
    const data = readBinPacking(generate.uniformBins({ items: 60 }, random('a', 'instance')))
    const { finds } = runJob(binPackingSearch(data, random('a', 'search')), 1e6, 1e4)
    const bins = finds.map(binsIn)
    expect(bins).toEqual([...new Set(bins)].toSorted((a, b) => b - a))
  })
})
