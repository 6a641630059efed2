import { expect, test } from 'vitest'
import { descentAnswers } from '../../../problems/raw/descent.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'
import { runJob } from '../../contracts/job.ts'

const list = (x: Float64Array) => [...x]

test('descent from zeros takes whatever lowers the energy, in order', () => {
  // −a − b + 2ab: a goes first, and then b would cost 1.
  const qubo = quboFromCoo(2, [0, 1, 0], [0, 1, 1], [-1, -1, 2])
  expect(runJob(descentAnswers(qubo, list), Number.POSITIVE_INFINITY, 1000).out).toEqual([1, 0])
})

test('where nothing is to be won the zeros stay', () => {
  expect(
    runJob(descentAnswers(quboFromCoo(3, [0, 1], [0, 1], [2, 0]), list), Number.POSITIVE_INFINITY, 1000).out,
  ).toEqual([0, 0, 0])
})

test('a variable may be taken back when its neighbours have come', () => {
  // −3a − 2b − 2c + 2ab + 2ac: a first (−3); b and c are then worth 0 and stay away.
  const qubo = quboFromCoo(3, [0, 1, 2, 0, 0], [0, 1, 2, 1, 2], [-3, -2, -2, 2, 2])
  expect(runJob(descentAnswers(qubo, list), Number.POSITIVE_INFINITY, 1000).out).toEqual([1, 0, 0])
})
