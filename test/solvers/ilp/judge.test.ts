import { expect, it } from 'vitest'
import { closes, judge } from '../../../solvers/ilp/judge.ts'
import { programme } from './programme.ts'

const milp = programme([3, 5], [{ terms: [1, 1], min: 1 }], { constant: 10 })

it('a hair beside the whole numbers is settled, and the objective recomputed: 10 + 3', () => {
  expect(judge(milp, [0.9999999, 1e-9])).toEqual({ point: Float64Array.of(1, 0), objective: 13 })
})

it('a half is a relaxation, not an answer', () => {
  expect(judge(milp, [0.5, 0.5])).toBe(null)
})

it('what breaks a row, leaves a bound or is no number does not stand', () => {
  expect(judge(milp, [0, 0])).toBe(null)
  expect(judge(milp, [2, 0])).toBe(null)
  expect(judge(milp, [Number.NaN, 1])).toBe(null)
})

it('with whole costs a bound of 12.2 closes 13 and a bound of 11.9 does not', () => {
  expect(closes(milp, 13, 12.2)).toBe(true)
  expect(closes(milp, 13, 11.9)).toBe(false)
  expect(closes(programme([0.5, 1], []), 1.5, 1.2)).toBe(false)
})
