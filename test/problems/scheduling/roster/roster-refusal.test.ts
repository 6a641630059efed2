import { expect, test } from 'vitest'
import { lookUp, refuse } from '../../../../problems/scheduling/roster/roster-refusal.ts'

test('names and places are found; what is not is named with its field, and the remedy lists what there is', () => {
  expect(lookUp(['early', 'late'], 'late', 'shift', 'cover')).toBe(1)
  expect(lookUp([0, 1], 1, 'shift', 'cover')).toBe(1)
  expect(() => lookUp(['early', 'late'], 'night', 'shift', 'people.ada.skills')).toThrow(
    'INPUT_INVALID: roster, people.ada.skills: shift "night" is not known. Use one of the shifts "early", "late".',
  )
})

test('of fourteen names twelve are listed', () => {
  expect(() => lookUp([...Array(14).keys()], 14, 'day', 'people.0.off')).toThrow(/10, 11 and 2 more\.$/)
})

test('without a field the problem is named', () => {
  expect(() => refuse('no', 'Do so')).toThrow('INPUT_INVALID: roster: no. Do so.')
})
