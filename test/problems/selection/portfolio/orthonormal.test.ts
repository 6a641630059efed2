import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dot, Orthonormal } from '../../../../problems/selection/portfolio/orthonormal.ts'

const list = (...values: number[]) => Float64Array.from(values)

describe('orthonormal lists', () => {
  test('(3, 4) and (6, 8) are one direction, (0, 1) is another', () => {
    expect(new Orthonormal([list(3, 4), list(6, 8), list(0, 1)]).isNew).toEqual([true, false, true])
  })

  test('of (5, 1) the list (0, 2) spans (0, 1), half of it; (5, 0) is left', () => {
    const lists = new Orthonormal([list(0, 2)])
    const rest = list(5, 1)
    expect([...lists.combination(lists.project(rest))]).toEqual([0.5])
    expect([...rest]).toEqual([5, 0])
  })

  test('what is to have the product 6 with (0, 2) and 3 with (1, 2) is (−3, 3)', () => {
    const reached = list(0, 0)
    new Orthonormal([list(0, 2), list(1, 2)]).addReaching(reached, [6, 3])
    expect([...reached]).toEqual([-3, 3])
  })

  test('a list is what its combination and its rest make, and the rest is orthogonal to all', () => {
    const vector = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 5 }), vector, (vectors, target) => {
        const lists = vectors.map((v) => Float64Array.from(v))
        const basis = new Orthonormal(lists)
        const rest = Float64Array.from(target)
        const factors = basis.combination(basis.project(rest))
        for (const v of lists) expect(dot(v, rest)).toBeCloseTo(0, 9)
        for (let i = 0; i < 4; i++)
          expect(lists.reduce((sum, v, k) => sum + factors[k] * v[i], rest[i])).toBeCloseTo(target[i], 9)
      }),
    )
  })
})
