import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costOfSums, numbersSchema, sumsOf } from '../../../../problems/assignment/numbers/number-input.ts'
import { partitionSearch } from '../../../../problems/assignment/numbers/partition-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

test('of five numbers in three parts it finds the best of all 243', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }), fc.nat(), (numbers, seed) => {
      const data = numbersSchema.parse({ numbers, parts: 3, measure: 'square' })
      const all = Array.from({ length: 243 }, (_, x) => numbers.map((_, i) => Math.floor(x / 3 ** i) % 3))
      const least = Math.min(...all.map((part) => costOfSums(data, sumsOf(data, part))))
      const { out, bound } = runJob(partitionSearch(data, random(String(seed), 'p')), 3e5, 1e5)
      expect(costOfSums(data, sumsOf(data, out))).toBe(least)
      expect(bound).toBeLessThanOrEqual(least)
    }),
    { numRuns: 20 },
  )
})

test('powers of two cannot be balanced: the largest outweighs the rest by 1', () => {
  const data = numbersSchema.parse({ numbers: Array.from({ length: 20 }, (_, k) => 2 ** k) })
  const { out, bound } = runJob(partitionSearch(data, random('0', 'p')), Number.POSITIVE_INFINITY, 1e5)
  expect([costOfSums(data, sumsOf(data, out)), bound]).toEqual([1, 1])
})
