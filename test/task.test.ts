import { expect, it } from 'vitest'
import { maxCut, tsp } from '../problems/index.ts'
import { fakeClock } from '../src/run/index.ts'
import { createTask } from '../src/task.ts'

const clock = fakeClock()
const cities = (count: number) =>
  tsp({ at: Array.from({ length: count }, (_, k) => [k, (k * k) % 17] as const), metric: 'euclidean' } as never)

it('a model whose terms need more memory than allowed is not begun', () => {
  // 301 cities: 300 · 299² ≈ 26.8 million terms of 120 bytes ≈ 3070 MiB
  const task = createTask(cities(301), { clock, memoryLimitMiB: 2048 })
  expect(() => task.as('qubo')).toThrow(
    /MEMORY_LIMIT: the model of tsp has about 26820300 terms and needs about 3070 MiB/,
  )
  expect(task.built).toBe(false)
})

it('a model that cannot be built before the deadline is not begun', () => {
  const task = createTask(cities(101), { clock, memoryLimitMiB: 2048, deadline: clock.now() + 10 })
  expect(() => task.as('qubo')).toThrow(
    /UNSUPPORTED: building about 980100 terms would take longer than the 10 ms left/,
  )
})

it('a problem that is a form is not built to be sampled', () => {
  const task = createTask(maxCut({ edges: [['a', 'b', 3]] }), { clock, memoryLimitMiB: 64 })
  expect(task.as('qubo', ['one-hot'])).toBe(task.as('qubo'))
  expect(task.sampleOf(Float64Array.of(0, 1)).energy).toBe(-3)
  expect(task.built).toBe(false)
})

it('form and model of a problem say the same', () => {
  const task = createTask(
    maxCut({
      edges: [
        ['a', 'b', 3],
        ['b', 'c', -2],
        ['a', 'b', 1],
      ],
    }),
    { clock, memoryLimitMiB: 64 },
  )
  const points = Array.from({ length: 8 }, (_, k) => Float64Array.of(k & 1, (k >> 1) & 1, k >> 2))
  expect(points.map((p) => task.model.objective.at(p))).toEqual(points.map((p) => task.sampleOf(p).energy))
})
