import { describe, expect, it } from 'vitest'
import { maxCut, vrp } from '../../../problems/index.ts'
import { suitability } from '../../../solvers/strategy/suitability.ts'
import { problemOf } from '../../../src/bare.ts'
import type { Problem } from '../../../src/problem.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'
import { fakeClock } from '../../../src/run/index.ts'
import { createTask, type Task } from '../../../src/task.ts'

const suits = (name: string, problem: unknown, memoryLimitMiB = 512) =>
  suitability[name](createTask(problem as Problem, { clock: fakeClock(), memoryLimitMiB }) as Task) !== null

/** A ring of so many bits, or all pairs of them. */
const ring = (size: number) => {
  const all = Array.from({ length: size }, (_, k) => k)
  return problemOf(
    quboFromCoo(
      size,
      all,
      all.map((k) => (k + 1) % size),
      all.map(() => 1),
    ),
  )
}
const complete = (size: number) => {
  const pairs = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size]).filter(
    ([i, j]) => i < j,
  )
  return problemOf(
    quboFromCoo(
      size,
      pairs.map(([i]) => i),
      pairs.map(([, j]) => j),
      pairs.map(() => 1),
    ),
  )
}

describe('who suits what', () => {
  it('the domain method, where there is one', () => {
    expect(suits('heuristic', maxCut({ edges: [['a', 'b']] }))).toBe(true)
    expect(suits('heuristic', ring(5))).toBe(false)
  })

  it('an integer programme, where the model is small and sparse', () => {
    expect([suits('ilp', ring(50)), suits('ilp', ring(500)), suits('ilp', complete(50))]).toEqual([true, false, false])
  })

  it('tabu search, where free bits are densely coupled', () => {
    expect([suits('tabu', complete(50)), suits('tabu', ring(50))]).toEqual([true, false])
  })

  it('nobody who needs the model, where the model is refused', () => {
    const stops = Array.from({ length: 61 }, (_, k): [number, number] => [k, k])
    const large = vrp({ at: stops, demand: [0, ...new Array(60).fill(1)], capacity: 10 })
    expect(['ilp', 'tabu', 'anneal'].map((name) => suits(name, large, 8))).toEqual([false, false, false])
  })
})
