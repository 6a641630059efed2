import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byDensity } from '../../../../problems/assignment/packing/density.ts'
import { ExpandingCore } from '../../../../problems/assignment/packing/expanding-core.ts'
import { Ledger } from '../../../../src/run/index.ts'

function solved(value: number[], weight: number[], capacity: number) {
  const items = { value: Float64Array.from(value), weight: Float64Array.from(weight), capacity }
  const core = new ExpandingCore(items, byDensity(value, weight))
  const job = core.run(new Ledger(), () => {})
  while (!job.next(1e9).done);
  return core
}

describe('the expanding core', () => {
  it('leaves the densest item where two others are worth more', () => {
    const core = solved([10, 9, 9], [6, 5, 5], 10)
    expect(core.best).toBe(18)
    expect(Array.from(core.chosen())).toEqual([0, 1, 1])
  })

  it('has the linear relaxation as its bound: 9 + 9 and nothing of the last', () => {
    expect(solved([9, 9, 10], [5, 5, 6], 10).bound).toBe(18)
    expect(solved([10, 8], [5, 8], 9).bound).toBe(10 + 4)
  })

  it('takes the best of all selections, and says which', () => {
    const items = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(items, fc.integer({ min: 20, max: 90 }), (list, capacity) => {
        const selections = Array.from({ length: 1 << list.length }, (_, set) => list.filter((_, k) => (set >> k) & 1))
        const sum = (of: readonly (readonly number[])[], at: number) => of.reduce((total, item) => total + item[at], 0)
        const best = Math.max(...selections.filter((s) => sum(s, 1) <= capacity).map((s) => sum(s, 0)))
        const core = solved(
          list.map((i) => i[0]),
          list.map((i) => i[1]),
          capacity,
        )
        const chosen = list.filter((_, k) => core.chosen()[k] === 1)
        expect([core.best, sum(chosen, 0)]).toEqual([best, best])
        expect(sum(chosen, 1)).toBeLessThanOrEqual(capacity)
        expect(core.bound).toBeGreaterThanOrEqual(best)
      }),
    )
  })
})
