import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMilp } from '../../src/compile/to-milp.ts'
import { evaluate, Model } from '../../src/model/index.ts'
import type { Milp } from '../../src/qubo/index.ts'
import { enumerateModel } from '../contracts/rewrite.ts'
import { everything, tinyModels } from '../contracts/tiny-models.ts'

/** With the value of every column that is not 0. */
interface Solved {
  readonly [column: string]: number | boolean
  readonly feasible: boolean
}
const library = createRequire(import.meta.url)('javascript-lp-solver') as { Solve(programme: object): Solved }

const options = { native: [], memoryLimitMiB: 8 }

/** The optimum by javascript-lp-solver, whose variables are ≥ 0: every column is shifted to its lower bound. */
function optimum(milp: Milp): number | null {
  const name = (j: number) => `y${j}`
  const constraints: Record<string, { min?: number; max?: number }> = {}
  const variables: Record<string, Record<string, number>> = {}
  let constant = milp.constant
  for (let j = 0; j < milp.size; j++) {
    variables[name(j)] = { cost: milp.objective[j], [`u${j}`]: 1 }
    constraints[`u${j}`] = { max: milp.upper[j] - milp.lower[j] }
    constant += milp.objective[j] * milp.lower[j]
  }
  for (let r = 0; r < milp.rows; r++) {
    let shift = 0
    for (let k = milp.rowStart[r]; k < milp.rowStart[r + 1]; k++) {
      variables[name(milp.column[k])][`r${r}`] = milp.value[k]
      shift += milp.value[k] * milp.lower[milp.column[k]]
    }
    constraints[`r${r}`] = {
      ...(milp.rowLower[r] > -1e300 ? { min: milp.rowLower[r] - shift } : {}),
      ...(milp.rowUpper[r] < 1e300 ? { max: milp.rowUpper[r] - shift } : {}),
    }
  }
  const ints = Object.fromEntries([...milp.integer].flatMap((whole, j) => (whole ? [[name(j), 1]] : [])))
  const solved = library.Solve({ optimize: 'cost', opType: 'min', constraints, variables, ints })
  // The library's own `result` misses the columns that its presolve has fixed.
  return solved.feasible
    ? milp.objective.reduce((sum, cost, j) => sum + cost * Number(solved[name(j)] ?? 0), constant)
    : null
}

describe('a model as a linear programme', () => {
  it('a gain on a product is bounded by both factors, a cost by their sum', () => {
    const model = new Model()
    const [x, y, z] = [model.bit(), model.bit(), model.bit()]
    const { to } = toMilp(options)(model.minimise([-2, x, y], [3, y, z]))
    expect([...to.objective]).toEqual([0, 0, 0, -2, 3])
    expect([to.rows, [...to.rowUpper], [...to.rowLower]]).toEqual([
      3,
      [0, 0, Number.POSITIVE_INFINITY],
      [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, -1],
    ])
  })

  it('a wish has steps at 1, 3, 5 times its weight', () => {
    const model = new Model()
    const first = model.bits(4)
    model.subjectTo(
      'calm',
      [0, 1, 2, 3].map((k) => [1, first + k] as const),
      '<=',
      1,
      2,
    )
    const { to, lower } = toMilp(options)(model)
    expect([...to.objective]).toEqual([0, 0, 0, 0, 2, 6, 10])
    expect([...(lower(Float64Array.of(1, 1, 1, 0)) as Float64Array)]).toEqual([1, 1, 1, 0, 1, 1, 0])
  })

  it('integers without products stay integers', () => {
    const model = new Model()
    model.minimise([1, model.integer(0, 1000)])
    expect(toMilp(options)(model).to.size).toBe(1)
  })

  it('its optimum is the optimum of the model', () => {
    fc.assert(
      fc.property(tinyModels({ ...everything, bits: 2 }), (model) => {
        const feasible = enumerateModel(model)
          .map((x) => evaluate(model, x))
          .filter((e) => e.violation === 0)
        fc.pre(feasible.length > 0)
        const least = Math.min(...feasible.map((e) => e.energy))
        expect(optimum(toMilp(options)(model).to)).toBeCloseTo(least, 5)
      }),
      { numRuns: 40, seed: 3 },
    )
  })
})
