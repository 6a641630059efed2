import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeBins } from '../../../../problems/assignment/packing/bin-completion.ts'
import { readBinPacking } from '../../../../problems/assignment/packing/bin-packing-input.ts'
import { byFallingSize } from '../../../../problems/assignment/packing/first-bins.ts'

function completed(size: number[], capacity: number, bins: number) {
  const data = readBinPacking({ size, capacity })
  const job = completeBins(data, byFallingSize(data.sizes), bins, 1e6)
  for (;;) {
    const step = job.next(0)
    if (step.done) return step.value
  }
}

/** The fewest bins, by trying every bin for every item. */
function fewest(size: readonly number[], capacity: number, loads: number[] = []): number {
  if (size.length === 0) return loads.length
  const [first, ...rest] = size
  const here = loads.map((load, b) =>
    load + first > capacity ? 99 : fewest(rest, capacity, loads.with(b, load + first)),
  )
  return Math.min(fewest(rest, capacity, [...loads, first]), ...here)
}

describe('bin completion', () => {
  it('finds a packing that best fit decreasing misses: 5 + 3 + 2 and 4 + 4 + 2', () => {
    const binOf = completed([5, 4, 4, 3, 2, 2], 10, 2) as Int32Array
    expect(Array.from(binOf)).toEqual([0, 1, 1, 0, 0, 1])
  })

  it('says that three of size 6 do not fit into two bins', () => {
    expect(completed([6, 6, 6], 10, 2)).toBe('none')
  })

  it('agrees with trying everything', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(sizes, (size) => {
        const best = fewest(size, 10)
        const binOf = completed(size, 10, best) as Int32Array
        const loads = new Array<number>(best).fill(0)
        size.forEach((s, i) => {
          loads[binOf[i]] += s
        })
        expect(Math.max(...loads)).toBeLessThanOrEqual(10)
        if (best > 1) expect(completed(size, 10, best - 1)).toBe('none')
      }),
    )
  })
})
