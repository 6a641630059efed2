import { expect, test } from 'vitest'
import { checkCoordinates } from '../../../problems/raw/coordinates.ts'

test('indices from 0 to size − 1 pass, others are named with their place', () => {
  expect(() => checkCoordinates({ size: 2, rows: [1], columns: [0], values: [4] }, 'here')).not.toThrow()
  expect(() => checkCoordinates({ size: 2, rows: [0, -1], columns: [0, 0], values: [4, 4] }, 'here')).toThrow(
    'here, rows: entry 1 is -1',
  )
})
