import { expect, it } from 'vitest'
import { bestOf, tightestBound, winnerOf } from '../../../solvers/strategy/best-of.ts'
import { sampleSet } from '../../../src/run/index.ts'
import { taskOfTwo } from './nest.ts'

const task = taskOfTwo()
const setOf = (points: number[][], parts = {}) =>
  sampleSet({ replay: '', samples: points.map((p) => task.sampleOf(Float64Array.from(p))), ...parts })

it('the best of a set is its sample of least cost', () => {
  expect(
    bestOf(
      task,
      setOf([
        [0, 1],
        [1, 0],
        [0, 0],
      ]),
    )?.cost,
  ).toBe(-2)
  expect(bestOf(task, setOf([]))).toBeNull()
})

it('a proof wins over everything', () => {
  const proven = setOf([[0, 1]], { proof: 'optimal' })
  expect(winnerOf(task, [setOf([[1, 0]]), proven])).toBe(proven)
})

it('the tightest of lower bounds is the largest', () => {
  expect(tightestBound([setOf([], { bound: -5 }), setOf([]), setOf([], { bound: -3 })])).toBe(-3)
  expect(tightestBound([setOf([])])).toBeNull()
})
