import { expect, it } from 'vitest'
import { formSize, isingFromCoo } from '../../src/qubo/index.ts'

it('an Ising form counts every pair once, and its fields belong to its range', () => {
  expect(formSize(isingFromCoo(3, [0, 0, 1], [0, 1, 2], [0.5, 2, -4]))).toEqual({
    variables: 3,
    couplings: 2,
    coefficientRange: 8,
  })
})

it('a programme counts the entries of its rows', () => {
  const milp = {
    kind: 'milp',
    size: 2,
    constant: 0,
    objective: Float64Array.of(1, 3),
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(1, 1),
    integer: Uint8Array.of(1, 1),
    rows: 1,
    rowStart: Uint32Array.of(0, 2),
    column: Uint32Array.of(0, 1),
    value: Float64Array.of(6, 2),
    rowLower: Float64Array.of(0),
    rowUpper: Float64Array.of(7),
  } as const
  expect(formSize(milp)).toEqual({ variables: 2, couplings: 2, coefficientRange: 6 })
})
