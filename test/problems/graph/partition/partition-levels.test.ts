import { expect, test } from 'vitest'
import { combined, descended } from '../../../../problems/graph/partition/partition-levels.ts'
import { massGraph, random, torusOf } from './partition-graphs.ts'

const graph = massGraph(torusOf(10, 20))
const sizes = { parts: 2, low: 100, high: 100 }

const finish = <Out>(steps: Generator<number, Out>): Out => {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

test('through coarser copies a torus of 10 × 20 is halved, and everything that is found in balance is shown', () => {
  const seen: number[] = []
  const part = finish(descended(graph, sizes, random('0', 'down'), (state) => seen.push(state.bestCut)))
  expect(part.reduce((a, b) => a + b)).toBe(100)
  expect(Math.min(...seen)).toBeLessThanOrEqual(40)
})

test('two copies of a best partition have a combination as good: 20 edges', () => {
  const half = Int32Array.from({ length: 200 }, (_, i) => (i % 20 < 10 ? 0 : 1))
  let least = Number.POSITIVE_INFINITY
  finish(
    combined(graph, sizes, [half, half], random('0', 'twins'), ({ bestCut, bestExcess }) => {
      if (bestExcess === 0) least = Math.min(least, bestCut)
    }),
  )
  expect(least).toBe(20)
})
