import { expect, test } from 'vitest'
import { isingFromCoo, quboFromCoo } from '../../src/qubo/index.ts'

test.each([
  ['an index that does not exist', () => quboFromCoo(2, [0], [5], [-1]), 'term 0 is -1 at (0, 5)'],
  ['a fractional index', () => quboFromCoo(2, [0.5], [1], [1]), 'term 0 is 1 at (0.5, 1)'],
  [
    'lists of unequal length',
    () => quboFromCoo(2, [0, 1], [1], [-1]),
    'rows, columns and values have 2, 1 and 1 entries',
  ],
  ['a value that is no number', () => quboFromCoo(2, [0], [1], [Number.NaN]), 'term 0 is NaN at (0, 1)'],
  ['a negative size', () => isingFromCoo(-1, [], [], []), 'size -1 is no number of variables'],
])('%s is refused', (_what, make, said) => {
  expect(make).toThrow(said)
})
