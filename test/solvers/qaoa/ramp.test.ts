import { describe, expect, it } from 'vitest'
import { flipChange, ramp } from '../../../solvers/qaoa/ramp.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'

/** Maximum cut of one edge of weight w. */
const edge = (w: number) => quboFromCoo(2, [0, 1, 0], [0, 1, 1], [-w, -w, 2 * w])

describe('the initial ramp', () => {
  it('knows that a flip changes an edge by its weight and a lone bit by its coefficient', () => {
    expect(flipChange(edge(3))).toBe(3)
    expect(flipChange(quboFromCoo(1, [0], [0], [-5]))).toBe(5)
    expect(flipChange(quboFromCoo(2, [], [], []))).toBe(1)
  })

  it('rises in γ, falls in |β|, and shrinks γ as weights grow', () => {
    const light = ramp(edge(1), 2).angles
    const heavy = ramp(edge(10), 2).angles
    expect(light[0]).toBeLessThan(light[1])
    expect(light[2]).toBeLessThan(light[3])
    expect(light[3]).toBeLessThan(0)
    expect(heavy[0]).toBeCloseTo(light[0] / 10, 15)
    expect(heavy[2]).toBe(light[2])
  })
})
