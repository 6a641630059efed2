import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../../../../instances/index.ts'
import { quadraticAssignment } from '../../../../problems/index.ts'
import type { random } from '../../../../src/run/index.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const table = (names: readonly string[], matrix: readonly (readonly number[])[], columns = names) =>
  Object.fromEntries(names.map((row, i) => [row, Object.fromEntries(columns.map((c, j) => [c, matrix[i][j]]))]))

const twins = (chance: ReturnType<typeof random>) => {
  const square = () => [0, 1, 2].map(() => [0, 1, 2].map(() => chance.below(9)))
  const [flow, distance, cost] = [square(), square(), square()]
  const [facilities, locations] = [
    ['a', 'b', 'c'],
    ['x', 'y', 'z'],
  ]
  const tables = { flow: table(facilities, flow), distance: table(locations, distance) }
  return {
    named: { facilities, locations, ...tables, cost: table(facilities, cost, locations) },
    bulk: { flow, distance, cost },
  }
}

describe('quadraticAssignment', () => {
  it('sums flow · distance over ordered pairs, diagonals and single costs', () => {
    const problem = quadraticAssignment({
      flow: [
        [1, 2],
        [3, 0],
      ],
      distance: [
        [10, 20],
        [30, 40],
      ],
      cost: [
        [5, 6],
        [7, 8],
      ],
    })
    expect(problem.cost({ location: [1, 0] })).toBe(1 * 40 + 2 * 30 + 3 * 20 + (6 + 7))
  })

  it('leaves locations empty where there are more of them', () => {
    const distance = [
      [0, 9, 9],
      [9, 0, 1],
      [9, 1, 0],
    ]
    const problem = quadraticAssignment({
      flow: [
        [0, 1],
        [0, 0],
      ],
      distance,
    })
    expect(problem.cost({ location: [2, 1] })).toBe(1)
    expect(problem.check({ location: [2, 1] })).toEqual([])
  })

  it('mends a point without any placement to one that is feasible', () => {
    const problem = quadraticAssignment({ flow: [0, 1, 1, 0], distance: [0, 1, 1, 0] })
    expect(problem.build().decode(new Float64Array(4))).toEqual({ location: [0, 1] })
  })

  it('convicts two facilities at one place, and names it', () => {
    const named = { facilities: ['a', 'b'], locations: ['x', 'y'], flow: {}, distance: {} } as const
    const violations = quadraticAssignment(named).check({ location: { a: 'x', b: 'x' } })
    expect(violations).toEqual([
      { rule: 'one facility each', item: 'x', amount: 1, message: 'location "x" holds 2 facilities' },
    ])
  })

  for (const { promise, check } of problemPromises(quadraticAssignment, { twins }).slice(-1)) it(promise, check)
})

const folder = process.env.ISINGLASS_INSTANCES
const files = folder ? readdirSync(join(folder, 'qap')).filter((f) => f.endsWith('.sln')) : []

describe.skipIf(!folder)('QAPLIB (skipped unless ISINGLASS_INSTANCES names its folder)', () => {
  it('says of every published permutation, or of its inverse, what the solution file says', () => {
    for (const file of files) {
      const text = (name: string) => readFileSync(join(folder as string, 'qap', name), 'utf8')
      const instance = file.replace('.sln', '.dat')
      const { input, bestKnown } = readInstance(text(instance), { fileName: instance })
      const [size, value, ...order] = text(file)
        .trim()
        .split(/[\s,]+/)
        .map(Number)
      const location = order.map((k) => k - Math.min(...order)) // one of them counts from 0
      const inverse = location.map((_, k) => location.indexOf(k))
      const problem = quadraticAssignment(input as { flow: number[]; distance: number[] })
      expect([file, location.length, bestKnown?.bestKnown]).toEqual([file, size, value])
      expect(problem.check({ location })).toEqual([])
      expect([problem.cost({ location }), problem.cost({ location: inverse })]).toContain(value)
    }
  })
})

it('takes the names from the lists: a misspelt one in a table neither compiles nor is read', () => {
  const lists = { facilities: ['mill', 'shop'], locations: ['x', 'y'] } as const
  // @ts-expect-error: a flow is between facilities
  const flow = () => quadraticAssignment({ ...lists, flow: { mlil: { shop: 1 } }, distance: { x: { y: 2 } } })
  expect(flow).toThrow('"mlil"')
})
