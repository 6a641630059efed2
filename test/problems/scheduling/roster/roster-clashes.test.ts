import { expect, test } from 'vitest'
import { clashesOf } from '../../../../problems/scheduling/roster/roster-clashes.ts'

const clashes = (hours: { start?: number; end?: number }[], rest: number) =>
  clashesOf({ shifts: ['a'], hours, rules: { rest } }, 2)

test('22 to 6 is over midnight as 22 to 30 is: 16 hours until the next, which is less than 17', () => {
  expect(clashes([{ start: 22, end: 6 }], 16).longestLag).toBe(0)
  expect(clashes([{ start: 22, end: 6 }], 17)).toEqual(clashes([{ start: 22, end: 30 }], 17))
  expect(clashes([{ start: 22, end: 6 }], 17).longestLag).toBe(1)
})

test.each([
  [{ start: 50, end: 16 }, 'roster, shifts.a: shift "a" starts at 50'],
  [{ start: 50 }, 'roster, shifts.a: shift "a" starts at 50'],
  [{ start: 8, end: 8 }, 'roster, shifts.a: shift "a" ends when it starts, at 8. Give a later end, 32 for a whole day'],
])('%j is refused, with or without rest', (own, message) => {
  expect(() => clashes([own], 0)).toThrow(`INPUT_INVALID: ${message}`)
})

test('rest needs hours', () => {
  expect(() => clashes([{ start: 8 }], 11)).toThrow('shift "a" has no start and end')
})
