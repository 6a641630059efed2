import { describe, expect, it } from 'vitest'
import { nelderMead } from '../../src/kernel/nelder-mead.ts'

function minimise(f: (x: Float64Array) => number, start: number[], most = 2000) {
  const search = nelderMead(Float64Array.from(start), new Float64Array(start.length).fill(0.5), 1e-14)
  let best = { x: [] as number[], value: Number.POSITIVE_INFINITY }
  let evaluations = 0
  for (let asked = search.next(); !asked.done && evaluations < most; evaluations++) {
    const value = f(asked.value)
    if (value < best.value) best = { x: [...asked.value], value }
    asked = search.next(value)
  }
  return { ...best, evaluations }
}

describe('nelderMead', () => {
  it('finds the bottom of a bowl at (1, 2)', () => {
    const { x } = minimise(([a, b]) => 3 + (a - 1) ** 2 + 5 * (b - 2) ** 2, [0, 0])
    expect(x[0]).toBeCloseTo(1, 5)
    expect(x[1]).toBeCloseTo(2, 5)
  })

  it('follows the bent valley of Rosenbrock to (1, 1)', () => {
    const { x } = minimise(([a, b]) => (1 - a) ** 2 + 100 * (b - a * a) ** 2, [-1.2, 1])
    expect(x[0]).toBeCloseTo(1, 4)
    expect(x[1]).toBeCloseTo(1, 4)
  })

  it('works along a single coordinate', () => {
    expect(minimise(([a]) => (a - 3) ** 2, [0]).x[0]).toBeCloseTo(3, 5)
  })

  it('stops at once on a plain', () => {
    expect(minimise(() => 7, [0, 0, 0]).evaluations).toBe(4)
  })
})
