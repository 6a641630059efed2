import { expect, it } from 'vitest'
import { linearisedProducts } from '../../src/compile/products.ts'
import { Rows } from '../../src/compile/rows.ts'
import { couplingsFromCoo } from '../../src/qubo/index.ts'

it('a cost of 3xy is one row z − x − y ≥ −1, a gain of 2yz two rows w ≤ y and w ≤ z', () => {
  const rows = new Rows()
  const couplings = couplingsFromCoo(3, [0, 1], [1, 2], [3, -2], new Float64Array(3))
  expect(linearisedProducts(couplings, 3, rows)).toEqual([
    { row: 0, column: 1, value: 3 },
    { row: 1, column: 2, value: -2 },
  ])
  expect([...rows.frozen().column]).toEqual([3, 0, 1, 4, 1, 4, 2])
})
