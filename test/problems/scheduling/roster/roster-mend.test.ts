import { expect, test } from 'vitest'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'
import { mendRows } from '../../../../problems/scheduling/roster/roster-mend.ts'

const data = rosterSchema.parse({
  days: ['mon', 'tue'],
  shifts: { day: {} },
  people: { ada: { wishes: [{ day: 'mon', want: 'off' }] }, bob: {} },
  cover: { day: 1 },
})

test('an empty roster is filled, by those who do not mind', () => {
  expect([...mendRows(data, new Uint16Array(4))].reduce((sum, o) => sum + o, 0)).toBe(2)
})

test('a roster that keeps all rules stays as it is, however dear', () => {
  expect([...mendRows(data, Uint16Array.of(1, 1, 0, 0))]).toEqual([1, 1, 0, 0])
})
