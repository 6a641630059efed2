import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRoster, rosterCost, rosterOf } from '../../../../problems/scheduling/roster/roster-check.ts'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'
import { boundWithin, isOutOfCount, worstCost } from '../../../../problems/scheduling/roster/roster-proof.ts'

const wish = fc.record({ want: fc.constantFrom(0, 1, 'off'), weight: fc.integer({ min: 1, max: 5 }) })
const soft = fc.option(fc.constantFrom(1, 2), { nil: undefined })
const inputs = fc.record({
  days: fc.constant(2),
  shifts: fc.constant([{}, {}]),
  people: fc.array(fc.record({ wishes: fc.array(wish, { maxLength: 2 }), max: fc.nat(2), share: fc.nat(2) }), {
    minLength: 2,
    maxLength: 2,
  }),
  cover: fc.array(fc.array(fc.nat(1), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 }),
  maxInARow: fc.constantFrom(1, 2),
  shortage: soft,
  surplus: soft,
  fairness: soft,
})

/** Digits of k to base 3: all rows of two people, two days, three options. */
const rowsAt = (k: number) => Uint16Array.from({ length: 4 }, (_, d) => Math.floor(k / 3 ** d) % 3)

test('of all 81 rosters of two people and two days none costs more than the worst, and none fits when counts say so', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const data = rosterSchema.parse(input)
      const all = Array.from({ length: 81 }, (_, k) => rowsAt(k))
      const fits = all.filter((rows) => checkRoster(data, rosterOf(data, rows)).length === 0)
      for (const rows of fits) expect(rosterCost(data, rows)).toBeLessThanOrEqual(worstCost(data))
      if (isOutOfCount(data)) expect(fits).toEqual([])
    }),
  )
})

test('the worst of a wish of weight 3 and cover short of one person at 5 is 8', () => {
  const people = { ada: { wishes: [{ day: 'mon', want: 'off', weight: 3 }] } } as const
  const data = rosterSchema.parse({ days: ['mon'], shifts: { day: {} }, people, cover: { day: 1 }, shortage: 5 })
  expect(worstCost(data)).toBe(8)
})

test('cover on three days is more than one person can do who works at most two, or one in a row', () => {
  const count = (person: object, days: string[]) =>
    isOutOfCount(rosterSchema.parse({ days, shifts: { day: {} }, people: { ada: person }, cover: { day: 1 } }))
  expect(count({}, ['mon', 'tue', 'wed'])).toBe(false)
  expect(count({ max: 2 }, ['mon', 'tue', 'wed'])).toBe(true)
  expect(count({ maxInARow: 1 }, ['mon', 'tue', 'wed'])).toBe(true)
})

test('two people who must work all four days are too many for two days of one', () => {
  const people = { ada: { min: 2 }, bob: { min: 2 } }
  expect(
    isOutOfCount(rosterSchema.parse({ days: ['mon', 'tue'], shifts: { day: {} }, people, cover: { day: 1 } })),
  ).toBe(true)
})

test('a bound above the worst cost is infinite, but not for a rounding', () => {
  expect(boundWithin(7, 8)).toBe(7)
  expect(boundWithin(8 + 1e-9, 8)).toBe(8)
  expect(boundWithin(9, 8)).toBe(Number.POSITIVE_INFINITY)
})
