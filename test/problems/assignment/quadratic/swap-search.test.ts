import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAssignment } from '../../../../problems/assignment/quadratic/quadratic-assignment-input.ts'
import { assignmentCost, SwapSearch, symmetrised } from '../../../../problems/assignment/quadratic/swap-search.ts'
import { random } from '../../../../src/run/index.ts'

const square = (n: number) => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n })
const mirrored = (list: number[]) => {
  const n = Math.sqrt(list.length)
  return list.map((_, k) => list[Math.min(k, (k % n) * n + Math.floor(k / n))])
}
const inputs = fc
  .integer({ min: 2, max: 7 })
  .chain((n) => fc.tuple(square(n), square(n), square(n), fc.boolean()))
  .map(([flow, distance, cost, symmetric]) =>
    readAssignment({ flow: symmetric ? mirrored(flow) : flow, distance, cost }),
  )

describe('the swap search', () => {
  it('knows after every step what its placement costs, whether symmetric or not', () => {
    fc.assert(
      fc.property(inputs, (data) => {
        const search = new SwapSearch(data)
        const chance = random('steps', 'swap-search')
        search.start(Array.from({ length: data.size }, (_, i) => i))
        for (let k = 0; k < 30; k++) {
          search.step(chance)
          expect(search.current).toBe(assignmentCost(data, search.location))
          expect(search.bestCost).toBeLessThanOrEqual(search.current)
        }
        expect(search.bestCost).toBe(assignmentCost(data, search.best))
      }),
    )
  })

  it('takes the best of the three swaps first', () => {
    const flow = [0, 5, 1, 5, 0, 0, 1, 0, 0]
    const line = [0, 1, 9, 1, 0, 8, 9, 8, 0]
    const search = new SwapSearch(readAssignment({ flow, distance: line }))
    search.start([0, 2, 1])
    expect(search.current).toBe(2 * (5 * 9 + 1))
    search.step(random('a', 'swap-search'))
    expect(search.current).toBe(2 * (5 * 1 + 1 * 9))
  })

  it('costs the same after both matrices are made symmetric, where one is', () => {
    fc.assert(
      fc.property(inputs, (data) => {
        const order = Array.from({ length: data.size }, (_, i) => (i + 1) % data.size)
        expect(assignmentCost(symmetrised(data), order)).toBe(assignmentCost(data, order))
      }),
    )
  })
})
