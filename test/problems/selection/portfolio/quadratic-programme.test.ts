import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readPort } from '../../../../instances/readers/port.ts'
import { type Programme, solveProgramme } from '../../../../problems/selection/portfolio/quadratic-programme.ts'

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

const least = (a: number, [low, high]: readonly [number, number]) => Math.min(a * low, a * high)

/** The gradient at a point; all 0 where only feasibility is asked. */
const gradientAt = (p: Programme, point: Float64Array | null): number[] =>
  Array.from(p.thing, (t, i) => {
    if (point === null) return 0
    return p.thing.reduce((sum, u, j) => sum + 2 * p.quadratic[t * p.order + u] * point[j], p.linear[i])
  })

/** The least value over the box of the Lagrangian, with the objective as it looks from the point: below it is nothing. */
function provenBy(p: Programme, multipliers: Float64Array, point: Float64Array | null): number {
  const gradient = gradientAt(p, point)
  const constant = point === null ? 0 : point.reduce((sum, x, i) => sum - (x * (gradient[i] - p.linear[i])) / 2, 0)
  const rows = p.rows.reduce((sum, row, r) => sum + multipliers[r + 1] * row.bound, multipliers[0] * p.budget)
  return gradient.reduce((sum, g, i) => {
    const reduced = p.rows.reduce((rest, row, r) => rest - multipliers[r + 1] * row.coefficients[i], g - multipliers[0])
    return sum + least(reduced, [p.lower[i], p.upper[i]])
  }, constant + rows)
}

/** That the multipliers prove the value of a feasible point, or that there is none. */
function expectProof(p: Programme): void {
  const { point, value, bound, multipliers } = solveProgramme(p)
  for (const m of multipliers.slice(1)) expect(m).toBeGreaterThanOrEqual(0)
  if (value === Number.POSITIVE_INFINITY) {
    expect(bound).toBe(value)
    expect(provenBy(p, multipliers, null)).toBeGreaterThan(0)
    return
  }
  const size = Math.max(...p.quadratic.map(Math.abs), ...p.linear.map(Math.abs))
  const cost = gradientAt(p, point).reduce((sum, g, i) => sum + (point[i] * (g + p.linear[i])) / 2, 0)
  expect(Math.abs(point.reduce((a, b) => a + b) - p.budget)).toBeLessThan(1e-9)
  for (const [i, x] of point.entries()) expect(x >= p.lower[i] && x <= p.upper[i]).toBe(true)
  for (const { coefficients, bound } of p.rows)
    expect(coefficients.reduce((sum, a, i) => sum + a * point[i], 0)).toBeGreaterThan(bound - 1e-8)
  expect(Math.abs(value - cost)).toBeLessThanOrEqual(1e-9 * Math.abs(value) + 1e-12 * size)
  expect(Math.abs(bound - provenBy(p, multipliers, point))).toBeLessThanOrEqual(1e-12 * (Math.abs(value) + size))
  expect(bound).toBeLessThanOrEqual(value)
  expect(bound).toBeGreaterThanOrEqual(value - 1e-9 * Math.abs(value) - 1e-12 * size)
}

const row = (bound: number, ...coefficients: number[]) => ({ coefficients: Float64Array.from(coefficients), bound })

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
})

describe('a degenerate quadratic programme', () => {
  test.each([
    ['≥', row(1, 1, 1)],
    ['≤', row(-1, -1, -1)],
    ['≥, twice over,', row(2, 2, 2)],
  ])('a row that says %s what the budget says changes nothing: (x − y)² + x + y is 1 at the halves', (_, same) => {
    const { point, value } = solveProgramme(programme([1, -1, -1, 1], { linear: list(1, 1), rows: [same] }))
    expect(value).toBeCloseTo(1, 12)
    expect(point[0]).toBeCloseTo(0.5, 9)
  })

  test('the same on a line: 7x − 9y is −9', () => {
    const rows = [row(1, 1, 1), row(-1, -1, -1), row(2, 2, 2)]
    expect(solveProgramme(programme([0, 0, 0, 0], { linear: list(7, -9), rows })).value).toBeCloseTo(-9, 12)
  })

  test('one point is enough: 7x + 3y ≥ 7 leaves x = 1', () => {
    const { point, value } = solveProgramme(programme([2, 0, 0, 1], { lower: list(0.5, 0), rows: [row(7, 7, 3)] }))
    expect([...point]).toEqual([1, 0])
    expect(value).toBe(2)
  })

  test('two rows make an equality: x = ¼, and of the other ¾ a fifth is y where 4y² + z² is least', () => {
    const rows = [row(0.25, 1, 0, 0), row(-0.25, -1, 0, 0), row(0.5, 2, 0, 0)]
    const { point } = solveProgramme(programme([0, 0, 0, 0, 4, 0, 0, 0, 1], { rows }))
    expect(point[0]).toBeCloseTo(0.25, 12)
    expect(point[1]).toBeCloseTo(0.15, 12)
  })

  test('bounds that all give way at once do not end the search: 3x² + y² + z², x at least ⅓, is 5/9', () => {
    const box = { lower: list(1 / 3, 0.2, 0), upper: list(0.5, 0.5, 0.5) }
    expect(solveProgramme(programme([3, 0, 0, 0, 1, 0, 0, 0, 1], box)).value).toBeCloseTo(5 / 9, 12)
  })

  test('a fixed column is no freedom: x = ½ of x² + 2y² makes ¾', () => {
    const fixed = { lower: list(0.5, 0), upper: list(0.5, 1), rows: [row(1, 1, 1)] }
    expect(solveProgramme(programme([1, 0, 0, 2], fixed)).value).toBeCloseTo(0.75, 12)
  })

  test('small variances beside large ones keep their digits: 10⁻¹⁰·(x² + 4y²) beside z² is 0.8·10⁻¹⁰, proven', () => {
    const { value, bound } = solveProgramme(programme([1e-10, 0, 0, 0, 4e-10, 0, 0, 0, 1]))
    expect(value / 0.8e-10).toBeCloseTo(1, 9)
    expect(bound / 0.8e-10).toBeCloseTo(1, 9)
  })
})

describe('any quadratic programme', () => {
  it('proves its value, or that there is no point, by multipliers, singular matrices and dependent rows included', () => {
    const number = fc.integer({ min: -9, max: 9 })
    const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length })
    const bounds = fc.constantFrom([0, 1], [0, 0.4], [0, 0.4], [0.1, 0.5], [0.2, 0.2], [0, 0])
    const kinds = fc.constantFrom('free', 'parallel', 'equal')
    const rows = fc.array(fc.tuple(numbers(6), number, kinds), { maxLength: 3 })
    const scale = fc.constantFrom(0, 1e-6, 1)
    fc.assert(
      fc.property(
        numbers(12),
        numbers(6),
        rows,
        fc.array(bounds, { minLength: 6, maxLength: 6 }),
        scale,
        (...given) => {
          const [root, linear, asked, box, scale] = given
          const quadratic = Array.from({ length: 36 }, (_, k) => {
            const [i, j] = [Math.floor(k / 6), k % 6]
            return scale * (root[2 * i] * root[2 * j] + root[2 * i + 1] * root[2 * j + 1])
          })
          expectProof(
            programme(quadratic, {
              linear: Float64Array.from(linear),
              lower: Float64Array.from(box, ([low]) => low),
              upper: Float64Array.from(box, ([, high]) => high),
              rows: asked.flatMap(([coefficients, bound, kind]) => {
                if (kind === 'parallel') return [row(bound, ...coefficients.map(() => bound))]
                const one = row(bound / 3, ...coefficients)
                return kind === 'equal' ? [one, row(-bound / 3, ...coefficients.map((a) => -a))] : [one]
              }),
            }),
          )
        },
      ),
      { numRuns: 1000 },
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
