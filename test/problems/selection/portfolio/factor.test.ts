import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Factor } from '../../../../problems/selection/portfolio/factor.ts'

describe('the factor', () => {
  test('of [[4, 2], [2, 5]] is [[2, 0], [1, 2]]', () => {
    const table = [
      [4, 2],
      [2, 5],
    ]
    const factor = new Factor((i, j) => table[i][j])
    expect([factor.append(0), factor.append(1)]).toEqual([true, true])
    expect(factor.pivots()).toEqual([2, 2])
    expect([...factor.forward([2, 5])]).toEqual([1, 2])
    expect([...factor.backward([1, 2])]).toEqual([0, 1])
  })

  test('tells a matrix that is not positive: [[1, 2], [2, 1]]', () => {
    const factor = new Factor((i, j) => (i === j ? 1 : 2))
    expect([factor.append(0), factor.append(1)]).toEqual([true, false])
  })

  test('after removing any column solves as if it had never come', () => {
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 25, maxLength: 25 }),
        (gone, list) => {
          const entry = (i: number, j: number) => {
            let sum = i === j ? 1 : 0
            for (let k = 0; k < 5; k++) sum += list[5 * i + k] * list[5 * j + k]
            return sum
          }
          const [changed, fresh] = [new Factor(entry), new Factor(entry)]
          for (let i = 0; i < 5; i++) changed.append(i)
          changed.remove(gone)
          for (let i = 0; i < 5; i++) if (i !== gone) fresh.append(i)
          const solve = (factor: Factor) => factor.backward(factor.forward([1, 2, 3, 4]))
          expect(changed.columns).toEqual(fresh.columns)
          for (const [k, x] of solve(changed).entries()) expect(x).toBeCloseTo(solve(fresh)[k], 6)
        },
      ),
    )
  })
})
