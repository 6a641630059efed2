import { expect, test } from 'vitest'
import { checkRoster, rosterOf, rowsOf } from '../../../../problems/scheduling/roster/roster-check.ts'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'

const data = rosterSchema.parse({
  days: 2,
  shifts: [{}, {}],
  people: [{ skills: [1] }, {}],
  cover: [
    [0, 1],
    [0, 1],
  ],
})

test('rows become lists and lists rows', () => {
  const answer = rosterOf(data, Uint16Array.of(2, 0, 0, 2))
  expect(answer).toEqual({
    roster: [
      [1, 'off'],
      ['off', 1],
    ],
  })
  expect([...rowsOf(data, answer)]).toEqual([2, 0, 0, 2])
  expect(checkRoster(data, answer)).toEqual([])
})

test('a shift without the skill, a stranger and a missing day are told', () => {
  const messages = (roster: unknown) => checkRoster(data, { roster } as never).map((v) => v.message)
  expect(
    messages([
      [0, 'off'],
      [1, 1],
    ]),
  ).toEqual(['"0" cannot work "0" on "0"', '"0" on "0" has 1 people, more than 0'])
  expect(
    messages([
      [1, 'off'],
      ['off', 1],
      ['off', 'off'],
    ]),
  ).toEqual(['"2" is nobody of the input'])
  expect(
    messages([
      [1, 'off'],
      ['off', 7],
    ]),
  ).toContain('"1" has no known shift on "1"')
})
