import fc from 'fast-check'
import { expect, test } from 'vitest'
import { staffDay } from '../../../../problems/scheduling/roster/roster-bound.ts'
import { checkRoster, rosterCost, rosterOf } from '../../../../problems/scheduling/roster/roster-check.ts'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'

const wish = fc
  .tuple(fc.constantFrom(0, 1, 'off'), fc.boolean(), fc.integer({ min: 1, max: 5 }))
  .map(([about, isWanted, weight]) => (isWanted ? { want: about, weight } : { avoid: about, weight }))
const person = fc.record({
  skills: fc.constantFrom([0], [1], [0, 1]),
  wishes: fc.array(wish, { maxLength: 3 }),
})
const cover = fc.tuple(fc.nat(2), fc.nat(2)).map(([min, more]) => ({ min, max: min + more }))
const inputs = fc.record({
  days: fc.constant(1),
  shifts: fc.constant([{}, {}]),
  people: fc.array(person, { minLength: 3, maxLength: 3 }),
  cover: fc.tuple(cover, cover).map((covers) => [covers]),
  shortage: fc.constantFrom(1, 4),
})

test('a day alone is staffed as cheaply as the best of all 27 rows', () => {
  fc.assert(
    fc.property(inputs, fc.boolean(), (input, isSoft) => {
      const data = rosterSchema.parse(isSoft ? { ...input, surplus: 2 } : input)
      const all = Array.from({ length: 27 }, (_, k) => Uint16Array.of(k % 3, Math.floor(k / 3) % 3, Math.floor(k / 9)))
      const fits = all.filter((rows) => checkRoster(data, rosterOf(data, rows)).length === 0)
      expect(staffDay(data, 0).cost).toBe(Math.min(...fits.map((rows) => rosterCost(data, rows))))
    }),
  )
})
