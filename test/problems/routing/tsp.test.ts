import { readFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { type Tour, tsp } from '../../../problems/routing/tsp.ts'
import type { Problem } from '../../../src/problem.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'
import { problemPromises } from '../../contracts/problem.ts'

const square = tsp({ cities: { a: [0, 0], b: [1, 1], c: [1, 0], d: [0, 1] } })

const twins = (chance: { below(n: number): number }) => {
  const at = Array.from({ length: 5 }, (): [number, number] => [chance.below(9), chance.below(9)])
  return {
    named: { cities: Object.fromEntries(at.map((p, k) => [`c${k}`, p])) },
    bulk: { at, metric: 'euclidean' as const },
  }
}

describe('tsp', () => {
  test.each(problemPromises(tsp, { twins }))('$promise', ({ check }) => check())

  test('the sides of a square are 4 long, with both diagonals 2 + 2√2', () => {
    expect(square.cost({ tour: ['a', 'c', 'b', 'd'] })).toBe(4)
    expect(square.cost({ tour: ['a', 'b', 'c', 'd'] })).toBeCloseTo(2 + 2 * Math.SQRT2)
  })

  test('the tour speaks of the names given, else of indices', () => {
    expectTypeOf(square).toEqualTypeOf<Problem<Tour<'a' | 'b' | 'c' | 'd'>>>()
    expectTypeOf(tsp({ matrix: [0] })).toEqualTypeOf<Problem<Tour<number>>>()
  })

  test('a city that is missing and one that comes twice are both named', () => {
    expect(square.check({ tour: ['a', 'b', 'b', 'c'] }).map((v) => v.message)).toEqual([
      'city "b" is visited 2 times',
      'city "d" is not visited',
    ])
  })

  test('one way round a one-way ring is 3, the other 6', () => {
    const ring = tsp({ matrix: [0, 1, 2, 2, 0, 1, 1, 2, 0] })
    expect(ring.cost({ tour: [0, 1, 2] })).toBe(3)
    expect(ring.cost({ tour: [0, 2, 1] })).toBe(6)
  })

  test('a single city needs no bit', () => {
    const { model, decode } = tsp({ at: [[3, 4]] }).build()
    expect([model.size, decode(new Float64Array(0))]).toEqual([0, { tour: [0] }])
  })

  test('n cities need (n − 1)² bits, and whole distances stay whole', () => {
    const at = Array.from({ length: 30 }, (_, k): [number, number] => [(k * 37) % 101, (k * 53) % 97])
    const { model } = tsp({ at, metric: 'euc2d' }).build()
    expect(model.size).toBe(29 * 29)
    expect(model.objective.values.every(Number.isInteger)).toBe(true)
  })

  test('a point with nothing set decodes to what it says: only the first city', () => {
    const { decode } = square.build()
    expect(square.check(decode(new Float64Array(9)))).toHaveLength(3)
  })

  test('a matrix that is not square is refused with its numbers', () => {
    expect(() => tsp({ matrix: [0, 1, 1] })).toThrow('matrix has 3 entries, which is not 2²')
  })

  test.skipIf(!process.env.ISINGLASS_INSTANCES)('berlin52 is 7542 long (needs ISINGLASS_INSTANCES)', () => {
    const text = readFileSync(`${process.env.ISINGLASS_INSTANCES}/tsp/berlin52.tsp`, 'utf8')
    const at = [...text.matchAll(/^\s*\d+\s+([\d.]+)\s+([\d.]+)\s*$/gm)].map((m): [number, number] => [
      Number(m[1]),
      Number(m[2]),
    ])
    const problem = tsp({ at, metric: 'euc2d' })
    const { out } = runJob(
      problem.heuristic?.(random('1', 'berlin52')) as Generator<{ work: number }, Tour<number>, number>,
      2e7,
      1e6,
    )
    expect(problem.cost(out)).toBe(7542)
  })
})
