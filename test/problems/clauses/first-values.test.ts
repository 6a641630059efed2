import { expect, test } from 'vitest'
import { clausesSchema, lossOf, occurrencesOf } from '../../../problems/clauses/clauses.ts'
import { firstValues } from '../../../problems/clauses/first-values.ts'
import { atOnce, random } from '../../../src/run/index.ts'

test('one fact and a chain of implications decide everything', () => {
  const hard = [[1], ...Array.from({ length: 30 }, (_, k) => [-(k + 1), k + 2])]
  const clauses = clausesSchema.parse({ variables: 31, clauses: [], hard })
  const values = atOnce(firstValues(clauses, occurrencesOf(clauses), random('0', 'first')))
  expect([...values]).toEqual(new Array(31).fill(1))
  expect(lossOf(clauses, values).broken).toEqual([])
})
