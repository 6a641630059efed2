import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRoster, rosterCost, rosterOf } from '../../../../problems/scheduling/roster/roster-check.ts'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'
import { isGivenUp, relaxation, relaxNext } from '../../../../problems/scheduling/roster/roster-relaxation.ts'

const wish = fc
  .tuple(fc.constantFrom(0, 1, 'off'), fc.nat(2), fc.integer({ min: 1, max: 5 }))
  .map(([want, day, weight]) => ({ want, day, weight }))
const person = fc.record({ wishes: fc.array(wish, { maxLength: 3 }), max: fc.integer({ min: 1, max: 3 }) })
const cover = fc.constantFrom(0, 1, { min: 0, max: 1 })
const inputs = fc.record({
  days: fc.constant(3),
  shifts: fc.constant([
    { start: 6, end: 14 },
    { start: 14, end: 22 },
  ]),
  people: fc.array(person, { minLength: 2, maxLength: 2 }),
  cover: fc.array(fc.array(cover, { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
  rest: fc.constantFrom(0, 11),
  maxInARow: fc.integer({ min: 1, max: 3 }),
  fairness: fc.constantFrom(1, 2),
})

/** Digits of k to base 3: all rows of two people, three days, three options. */
const rowsAt = (k: number) => Uint16Array.from({ length: 6 }, (_, d) => Math.floor(k / 3 ** d) % 3)

test('no roster of two people and three days costs less than the bound of any round', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const data = rosterSchema.parse(input)
      const all = Array.from({ length: 729 }, (_, k) => rowsAt(k))
      const fits = all.filter((rows) => checkRoster(data, rosterOf(data, rows)).length === 0)
      const best = Math.min(...fits.map((rows) => rosterCost(data, rows)))
      const relaxed = relaxation(data)
      for (let k = 0; k < 100 && !isGivenUp(relaxed); k++) relaxNext(relaxed, best)
      expect(relaxed.bound).toBeLessThanOrEqual(best)
    }),
    { numRuns: 40 },
  )
})

test('days in a row count: one of two days off is all that one person who wants to work both can hope for', () => {
  const data = rosterSchema.parse({
    days: 2,
    shifts: [{}],
    people: [{ wishes: [{ avoid: 'off', weight: 3 }], maxInARow: 1 }],
    cover: [[{ min: 0 }], [{ min: 0 }]],
  })
  const relaxed = relaxation(data)
  relaxNext(relaxed, 3)
  expect(relaxed.bound).toBe(3)
})
