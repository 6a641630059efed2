import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clausesSchema, lossOf } from '../../../problems/clauses/clauses.ts'
import { satSearch } from '../../../problems/clauses/sat-search.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'

const variables = 6
const literal = fc.tuple(fc.integer({ min: 1, max: variables }), fc.boolean()).map(([v, sign]) => (sign ? v : -v))
const clause = fc.array(literal, { minLength: 1, maxLength: 4 })
const formulas = fc.array(clause, { maxLength: 25 }).chain((clauses) =>
  fc.record({
    variables: fc.constant(variables),
    clauses: fc.constant(clauses),
    weights: fc.array(fc.nat(9), { minLength: clauses.length, maxLength: clauses.length }),
    hard: fc.array(clause, { maxLength: 4 }),
  }),
)

test('it ends with the least cost and says so', () => {
  fc.assert(
    fc.property(formulas, fc.nat(), (formula, seed) => {
      const clauses = clausesSchema.parse(formula)
      const losses = Array.from({ length: 1 << variables }, (_, x) =>
        lossOf(
          clauses,
          Array.from({ length: variables }, (_, v) => (x >> v) & 1),
        ),
      ).filter(({ broken }) => broken.length === 0)
      const { out, bound } = runJob(satSearch(clauses, random(String(seed), 's')), Number.POSITIVE_INFINITY, 1e6)
      if (losses.length === 0) return
      const least = Math.min(...losses.map(({ cost }) => cost))
      expect([lossOf(clauses, out), bound]).toEqual([{ cost: least, broken: [] }, least])
    }),
    { numRuns: 15 },
  )
})
