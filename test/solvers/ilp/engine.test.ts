import { expect, it } from 'vitest'
import { claim } from '../../../solvers/ilp/engine.ts'

it('a claim of infeasibility carries no point and no bound', () => {
  expect(claim({ status: 'infeasible', work: 3 })).toEqual({
    status: 'infeasible',
    point: null,
    bound: Number.NEGATIVE_INFINITY,
    work: 3,
    message: '',
  })
})
