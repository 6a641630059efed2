import { expect, test } from 'vitest'
import { clausesSchema } from '../../../problems/graph/clauses.ts'
import { drawClauses } from '../../../problems/graph/draw-clauses.ts'

test('a clause in which nothing holds stands on a column of its own', () => {
  const clauses = clausesSchema.parse({ variables: 2, clauses: [[1, 2], [-1]] })
  const columns = (values: number[]) => drawClauses(clauses, values).split('#e69f00').length - 1
  expect([columns([1, 0]), columns([0, 1]), columns([0, 0])]).toEqual([1, 0, 1])
})

test('of many clauses the first 1,200 are drawn, and the caption says so', () => {
  const clauses = clausesSchema.parse({ variables: 1, clauses: new Array(1300).fill([1]) })
  expect(drawClauses(clauses, [0])).toContain('unsatisfied: 1300; drawn: 1 of 1 variables, 1200 of 1300 clauses')
})
