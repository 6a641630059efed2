import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proveAssignment } from '../../../../problems/assignment/quadratic/assignment-proof.ts'
import { readAssignment } from '../../../../problems/assignment/quadratic/quadratic-assignment-input.ts'
import { assignmentCost } from '../../../../problems/assignment/quadratic/swap-search.ts'
import { Ledger } from '../../../../src/run/index.ts'

const orders = (n: number): number[][] =>
  n === 0
    ? [[]]
    : orders(n - 1).flatMap((rest) =>
        Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
      )

describe('branch and bound of the quadratic assignment', () => {
  it('ends with the best of all orders', () => {
    const entries = (n: number) => fc.array(fc.integer({ min: -5, max: 9 }), { minLength: n * n, maxLength: n * n })
    const inputs = fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(entries(n), entries(n)))
    fc.assert(
      fc.property(inputs, ([flow, distance]) => {
        const data = readAssignment({ flow, distance })
        const best = { location: new Int32Array(data.size), cost: Number.POSITIVE_INFINITY }
        const job = proveAssignment(data, best, 0.5, new Ledger())
        while (!job.next(1e9).done);
        expect(best.cost).toBe(Math.min(...orders(data.size).map((order) => assignmentCost(data, order))))
        expect(assignmentCost(data, best.location)).toBe(best.cost)
      }),
      { numRuns: 40 },
    )
  })
})
