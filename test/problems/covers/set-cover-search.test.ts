import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setCoverSearch } from '../../../problems/covers/set-cover-search.ts'
import { costOf, coverOf, setsSchema } from '../../../problems/covers/set-system.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'

const systems = fc
  .array(fc.tuple(fc.subarray([0, 1, 2, 3, 4, 5]), fc.nat(9)), { minLength: 1, maxLength: 9 })
  .map((list) => ({
    elements: 6,
    sets: [...list.map(([set]) => set), [0, 1, 2, 3, 4, 5]],
    costs: [...list.map(([, cost]) => cost), 20],
  }))

test('it finds the cheapest of all covers, and its bound is never above', () => {
  fc.assert(
    fc.property(systems, fc.nat(), (input, seed) => {
      const system = setsSchema.parse(input)
      const choices = Array.from({ length: 1 << system.size }, (_, x) => input.sets.map((_, j) => (x >> j) & 1))
      const covers = choices.filter((chosen) => coverOf(system, chosen).every((count) => count > 0))
      const least = Math.min(...covers.map((chosen) => costOf(system, chosen)))
      const { out, bound } = runJob(setCoverSearch(system, random(String(seed), 'c')), 3e6, 1e5)
      expect(costOf(system, out)).toBe(least)
      expect(bound).toBeLessThanOrEqual(least)
    }),
    { numRuns: 30 },
  )
})
