import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearAssignment } from '../../../../problems/assignment/quadratic/linear-assignment.ts'

const orders = (n: number): number[][] =>
  n === 0
    ? [[]]
    : orders(n - 1).flatMap((rest) =>
        Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
      )

describe('the linear assignment', () => {
  it('takes the cheap diagonal', () => {
    expect(linearAssignment(Float64Array.of(1, 9, 9, 1), 2)).toEqual({ cost: 2, columnOf: Int32Array.of(0, 1) })
  })

  it('gives up the cheapest entry where it costs the others more', () => {
    expect(linearAssignment(Float64Array.of(0, 1, 1, 9), 2).cost).toBe(2)
  })

  it('of nothing costs nothing', () => {
    expect(linearAssignment(new Float64Array(0), 0).cost).toBe(0)
  })

  it('is the best of all orders', () => {
    const entries = fc.integer({ min: -20, max: 20 })
    const matrices = fc
      .integer({ min: 1, max: 5 })
      .chain((n) => fc.array(entries, { minLength: n * n, maxLength: n * n }))
    fc.assert(
      fc.property(matrices, (list) => {
        const n = Math.sqrt(list.length)
        const best = Math.min(...orders(n).map((o) => o.reduce((sum, c, r) => sum + list[r * n + c], 0)))
        const { cost, columnOf } = linearAssignment(Float64Array.from(list), n)
        expect(cost).toBe(best)
        expect(columnOf.reduce((sum, c, r) => sum + list[r * n + c], 0)).toBe(best)
      }),
    )
  })
})
