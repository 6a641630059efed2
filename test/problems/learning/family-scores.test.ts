import fc from 'fast-check'
import { expect, test } from 'vitest'
import { discreteTable } from '../../../problems/learning/count-table.ts'
import { familyCost, familyScores, penalty } from '../../../problems/learning/family-scores.ts'
import { logGamma } from '../../../problems/learning/log-gamma.ts'

const arities = [2, 3, 4]
const tables = fc
  .array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(3)), { minLength: 1, maxLength: 40 })
  .map((rows) => [0, 1, 2].map((v) => rows.map((row) => row[v])))

/** Counts by configuration of the parents and state, the plain way. */
function countsOf(columns: number[][], v: number, parents: number[]): number[][] {
  const counts = new Map<string, number[]>()
  columns[v].forEach((state, r) => {
    const key = parents.map((p) => columns[p][r]).join()
    const row = counts.get(key) ?? new Array<number>(arities[v]).fill(0)
    row[state]++
    counts.set(key, row)
  })
  return [...counts.values()]
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

test('BIC is ½ ln N per parameter less the log-likelihood of the counts', () => {
  fc.assert(
    fc.property(tables, (columns) => {
      const scores = familyScores(discreteTable(columns, arities), 'bic', 1)
      const likelihood = countsOf(columns, 1, [0, 2]).map((row) =>
        sum(row.map((n) => (n === 0 ? 0 : n * Math.log(n / sum(row))))),
      )
      const expected = -sum(likelihood) + (Math.log(columns[0].length) / 2) * 2 * 8
      expect(familyCost(scores, 1, [0, 2])).toBeCloseTo(expected, 9)
      expect(penalty(scores, 1, [0, 2])).toBeCloseTo((Math.log(columns[0].length) / 2) * 16, 10)
    }),
  )
})

test('BDeu is the product of gamma functions of Heckerman, Geiger and Chickering', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 10 }), (columns, ess) => {
      const scores = familyScores(discreteTable(columns, arities), 'bdeu', ess)
      const [outer, inner] = [ess / 6, ess / 24]
      const expected = countsOf(columns, 2, [0, 1]).map(
        (row) =>
          logGamma(outer + sum(row)) - logGamma(outer) - sum(row.map((n) => logGamma(inner + n) - logGamma(inner))),
      )
      expect(familyCost(scores, 2, [0, 1])).toBeCloseTo(sum(expected), 9)
    }),
  )
})

test('what was asked before changes no bit of the answer, nor does the order of the parents more than rounding', () => {
  const columns = [
    [0, 1, 0, 1, 1],
    [0, 1, 2, 2, 0],
    [3, 1, 0, 2, 2],
  ]
  const table = discreteTable(columns, arities)
  const scores = familyScores(table, 'bdeu', 1)
  const fresh = familyCost(scores, 0, [1, 2])
  familyCost(scores, 2, [0])
  expect(familyCost(scores, 0, [1, 2])).toBe(fresh)
  expect(familyCost(scores, 0, [2, 1])).toBeCloseTo(fresh, 12)
})

test('the cells that hold a row are counted', () => {
  const scores = familyScores(discreteTable([[0, 0, 1]], [2]), 'bic', 1)
  scores.measure([0], 1)
  expect(scores.occupied()).toBe(2)
})
