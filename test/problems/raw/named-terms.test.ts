import { expect, test } from 'vitest'
import { readNamedTerms } from '../../../problems/raw/named-terms.ts'

test('names are numbered as they appear, single names lie on the diagonal, the empty key is the constant', () => {
  const { names, rows, columns, values, offset } = readNamedTerms({ 'b*a': 2, a: 3, '': 7 }, 'here')
  expect({ names, rows, columns, values, offset }).toEqual({
    names: ['b', 'a'],
    rows: [0, 1],
    columns: [1, 1],
    values: [2, 3],
    offset: 7,
  })
})
