import { expect, test } from 'vitest'
import { ClauseBranch } from '../../../problems/clauses/clause-branch.ts'
import { clausesSchema, lossOf } from '../../../problems/clauses/clauses.ts'

const allSigns = [0, 1, 2, 3, 4, 5, 6, 7].map((s) => [1, 2, 3].map((v) => ((s >> (v - 1)) & 1 ? -v : v)))

test('all eight clauses over three variables leave exactly one unsatisfied', () => {
  const clauses = clausesSchema.parse({ variables: 3, clauses: allSigns })
  const impossible = new ClauseBranch(clauses)
  expect(impossible.advance(1, 1e6).found).toBeNull()
  expect(impossible.done).toBe(true)
  const { found } = new ClauseBranch(clauses).advance(2, 1e6)
  expect(lossOf(clauses, found as Uint8Array).cost).toBe(1)
})

test('rules that contradict each other leave nothing to find', () => {
  const branch = new ClauseBranch(clausesSchema.parse({ variables: 3, clauses: [], hard: allSigns }))
  expect(branch.advance(Number.POSITIVE_INFINITY, 1e6).found).toBeNull()
  expect(branch.done).toBe(true)
})
