import { describe, expect, it } from 'vitest'
import { binPacking } from '../../../../problems/index.ts'
import { problemPromises } from '../../../contracts/problem.ts'

describe('binPacking', () => {
  const problem = binPacking({ items: { sofa: 6, desk: 5, lamp: 4, book: 5 }, capacity: 10 })

  it('counts the bins that hold something', () => {
    expect(problem.cost({ bins: [['sofa', 'lamp'], [], ['desk', 'book']] })).toBe(2)
  })

  it('packs what a point leaves out where it fits best', () => {
    const { model, decode } = problem.build()
    expect(decode(new Float64Array(model.size))).toEqual({
      bins: [
        ['sofa', 'lamp'],
        ['desk', 'book'],
      ],
    })
  })

  it('convicts what is too full, missing or packed twice', () => {
    expect(
      problem.check({
        bins: [
          ['sofa', 'desk'],
          ['lamp', 'book'],
        ],
      }),
    ).toEqual([{ rule: 'capacity', item: 0, amount: 1, message: 'bin 0 holds 1 more than its capacity of 10' }])
    expect(problem.check({ bins: [['sofa'], ['desk', 'book']] })[0].message).toBe('item "lamp" is in no bin')
  })

  it('cannot encode more bins than best fit decreasing needs', () => {
    const each = problem.build().encode({ bins: [['sofa'], ['desk'], ['lamp'], ['book']] })
    expect(each).toBeNull()
  })

  const twins: Parameters<typeof problemPromises>[1] = {
    twins: (random) => {
      const size = [0, 1, 2].map(() => 1 + random.below(4))
      return { named: { items: { a: size[0], b: size[1], c: size[2] }, capacity: 4 }, bulk: { size, capacity: 4 } }
    },
  }
  for (const { promise, check } of problemPromises(binPacking as never, twins).slice(-1)) it(promise, check)
})
