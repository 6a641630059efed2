import { expect, test } from 'vitest'
import { clausesSchema } from '../../../problems/clauses/clauses.ts'
import { drawClauses } from '../../../problems/clauses/draw-clauses.ts'

test('a clause in which nothing holds stands on a column of its own', () => {
  const clauses = clausesSchema.parse({ variables: 2, clauses: [[1, 2], [-1]] })
  const columns = (values: number[]) => drawClauses(clauses, values).split('#e69f00').length - 2 // and the key
  expect([columns([1, 0]), columns([0, 1]), columns([0, 0])]).toEqual([1, 0, 1])
})

test('of many clauses each is a square, orange where nothing holds; the first 4,000 are drawn, and a note says so', () => {
  const clauses = clausesSchema.parse({ variables: 1, clauses: [[-1], ...new Array(5000).fill([1])] })
  const picture = drawClauses(clauses, [0])
  expect(picture).toContain('unsatisfied: 5000; 5001 clauses over 1 variables')
  expect(picture).toContain('drawn: 4000 of 5001 clauses')
  expect(picture.split('#e69f00').length - 2).toBe(3999)
})
