import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readPort } from '../../../instances/readers/port.ts'
import { type Programme, solveProgramme } from '../../../problems/selection/quadratic-programme.ts'

const list = (...values: number[]) => Float64Array.from(values)

function programme(quadratic: number[], change: Partial<Programme> = {}): Programme {
  const order = Math.sqrt(quadratic.length)
  return {
    quadratic: Float64Array.from(quadratic),
    order,
    thing: Int32Array.from({ length: order }, (_, i) => i),
    linear: new Float64Array(order),
    lower: new Float64Array(order),
    upper: new Float64Array(order).fill(1),
    budget: 1,
    rows: [],
    ...change,
  }
}

/** How far a point is from the Karush–Kuhn–Tucker conditions, in the gradient's unit. */
function residual(p: Programme, { point, multipliers }: ReturnType<typeof solveProgramme>): number {
  const gradient = Array.from(p.linear, (c, i) => {
    let sum = c - multipliers[0]
    for (const [r, row] of p.rows.entries()) sum -= multipliers[r + 1] * row.coefficients[i]
    for (let j = 0; j < p.order; j++) sum += 2 * p.quadratic[i * p.order + j] * point[j]
    return sum
  })
  return Math.max(
    0,
    ...gradient.map((g, i) => (point[i] <= p.lower[i] + 1e-9 ? -g : point[i] >= p.upper[i] - 1e-9 ? g : Math.abs(g))),
    ...p.rows.map((row, r) => {
      const slack = row.coefficients.reduce((sum, a, i) => sum + a * point[i], -row.bound)
      return Math.max(-slack, -multipliers[r + 1], slack > 1e-7 ? multipliers[r + 1] : 0)
    }),
  )
}

describe('a quadratic programme', () => {
  test('x² + y², x + y = 1: a half each, ½', () => {
    const { point, value, multipliers } = solveProgramme(programme([1, 0, 0, 1]))
    expect([...point].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([0.5, 0.5])
    expect(value).toBeCloseTo(0.5, 12)
    expect(multipliers[0]).toBeCloseTo(1, 9)
  })

  test('x² + 4y²: four parts to one, 4/5', () => {
    expect(solveProgramme(programme([1, 0, 0, 4])).value).toBeCloseTo(0.8, 12)
  })

  test('a bound holds back: x ≤ ¼ leaves ¾ for y, 1/16 + 9/16', () => {
    const { point, value } = solveProgramme(programme([1, 0, 0, 1], { upper: list(0.25, 1) }))
    expect(point[0]).toBe(0.25)
    expect(value).toBeCloseTo(0.625, 12)
  })

  test('a row asks for more: 2x + y ≥ 1.75 needs x = ¾', () => {
    const { point } = solveProgramme(programme([1, 0, 0, 1], { rows: [{ coefficients: list(2, 1), bound: 1.75 }] }))
    expect(point[0]).toBeCloseTo(0.75, 12)
  })

  test('what cannot be is told: 2x + y ≥ 3 with x + y = 1', () => {
    const { value } = solveProgramme(programme([1, 0, 0, 1], { rows: [{ coefficients: list(2, 1), bound: 3 }] }))
    expect(value).toBe(Number.POSITIVE_INFINITY)
  })

  test('without curvature it is linear: all goes to the cheapest', () => {
    const { point, value } = solveProgramme(programme([0, 0, 0, 0], { linear: list(3, 2) }))
    expect(point[1]).toBeCloseTo(1, 12)
    expect(value).toBeCloseTo(2, 12)
  })

  test('two columns of one thing are one: the lower piece first when it is cheaper', () => {
    const shared = { thing: Int32Array.of(0, 0), linear: list(0, 1), upper: list(0.25, 1) }
    const { point } = solveProgramme(programme([1], { ...shared, lower: list(0, 0) }))
    expect(point[0]).toBe(0.25)
    expect(point[1]).toBeCloseTo(0.75, 12)
  })

  it('ends at a point that satisfies the Karush–Kuhn–Tucker conditions, singular matrices included', () => {
    const number = fc.integer({ min: -9, max: 9 })
    const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length })
    fc.assert(
      fc.property(numbers(12), numbers(6), numbers(6), fc.integer({ min: -9, max: 9 }), (root, linear, row, bound) => {
        const quadratic = Array.from({ length: 36 }, (_, k) => {
          const [i, j] = [Math.floor(k / 6), k % 6]
          return root[2 * i] * root[2 * j] + root[2 * i + 1] * root[2 * j + 1]
        })
        const p = programme(quadratic, {
          linear: Float64Array.from(linear),
          upper: new Float64Array(6).fill(0.4),
          rows: [{ coefficients: Float64Array.from(row), bound: bound / 3 }],
        })
        const result = solveProgramme(p)
        if (result.value === Number.POSITIVE_INFINITY) {
          const top = [...row].sort((a, b) => b - a)
          expect(0.4 * top[0] + 0.4 * top[1] + 0.2 * top[2]).toBeLessThan(bound / 3 + 1e-6)
          return
        }
        expect(result.point.reduce((a, b) => a + b)).toBeCloseTo(1, 6)
        const size = Math.max(10, ...quadratic.map(Math.abs))
        expect(residual(p, result)).toBeLessThan(1e-7 * size)
      }),
      { numRuns: 300 },
    )
  })
})

const folder = process.env.ISINGLASS_INSTANCES

describe.skipIf(!folder)('published frontiers (skipped unless ISINGLASS_INSTANCES names their folder)', () => {
  it.each([1, 3, 5])('of port%i are met within a millionth', (k) => {
    const text = (name: string) => readFileSync(join(folder as string, 'portfolio', name), 'utf8')
    const { mean, deviation, correlation } = readPort(text(`port${k}.txt`))
    const quadratic = Array.from(correlation, (r, at) => {
      const [i, j] = [Math.floor(at / mean.length), at % mean.length]
      return r * deviation[i] * deviation[j]
    })
    const spots = text(`portef${k}.txt`).trim().split('\n')
    for (let line = 0; line < spots.length; line += 100) {
      const [goal, variance] = spots[line].trim().split(/\s+/).map(Number)
      const rows = [{ coefficients: Float64Array.from(mean), bound: goal }]
      const { value } = solveProgramme(programme(quadratic, { rows }))
      expect(Math.abs(value / variance - 1)).toBeLessThan(1e-6)
    }
  })
})
