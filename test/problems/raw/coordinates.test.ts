import { expect, test } from 'vitest'
import { checkCoordinates, checkForm } from '../../../problems/raw/coordinates.ts'

test('indices from 0 to size − 1 pass, others are named with their place', () => {
  expect(() => checkCoordinates({ size: 2, rows: [1], columns: [0], values: [4] }, 'here')).not.toThrow()
  expect(() => checkCoordinates({ size: 2, rows: [0, -1], columns: [0, 0], values: [4, 4] }, 'here')).toThrow(
    'here, rows: entry 1 is -1',
  )
})

test('a form has rows that follow each other, and every pair in both', () => {
  const form = { size: 2, rowStart: [0, 1, 2], column: [1, 0], value: [3, 3] }
  const said = (changes: object, linear = [0, 0]) => {
    try {
      checkForm({ ...form, ...changes } as never, linear, 'here')
    } catch (error) {
      return (error as { what: string }).what
    }
    return 'taken'
  }
  expect(said({})).toBe('taken')
  expect(said({}, [0])).toBe('it has 1 linear coefficients for 2 variables')
  expect(said({ value: [3] })).toBe('"value" has 1 entries but "column" has 2')
  expect(said({ rowStart: [0, 9, 1] })).toBe('"rowStart" does not lead from 0 to 2 in 2 steps')
  expect(said({ rowStart: [0, 3, 2] })).toBe('"rowStart" goes down at row 1')
  expect(said({ column: [7, 0] })).toBe('row 0 names column 7, which is no other variable')
  expect(said({ column: [0, 0] })).toBe('row 0 names column 0, which is no other variable')
  expect(said({ value: [3, 4] })).toBe('the pair 0, 1 does not stand in both rows alike, columns ascending')
  expect(said({ rowStart: [0, 1, 1], column: [1], value: [3] })).toBe(
    'the pair 0, 1 does not stand in both rows alike, columns ascending',
  )
})
