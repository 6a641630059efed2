import { expect, it } from 'vitest'
import { Rows } from '../../src/compile/rows.ts'

it('rows become compressed arrays in the order they came', () => {
  const rows = new Rows()
  rows.add([2, 0], [5, 6], 0, 1)
  rows.add([1], [7], -1, 2)
  expect(rows.frozen()).toEqual({
    rows: 2,
    rowStart: Uint32Array.of(0, 2, 3),
    column: Uint32Array.of(2, 0, 1),
    value: Float64Array.of(5, 6, 7),
    rowLower: Float64Array.of(0, -1),
    rowUpper: Float64Array.of(1, 2),
  })
})
