import type { Couplings } from '../qubo/index.ts'
import type { Rows } from './rows.ts'

/** value · row · column, in a column of its own. */
export interface Product {
  readonly row: number
  readonly column: number
  readonly value: number
}

/**
 * One column z = x·y for every coupled pair of bits, numbered from `first` (McCormick, 1976).
 * Only the side that the minimum pulls against is bounded: a cost needs z ≥ x + y − 1, a gain z ≤ x and z ≤ y.
 */
export function linearisedProducts(couplings: Couplings, first: number, rows: Rows): Product[] {
  const products: Product[] = []
  for (let row = 0; row < couplings.size; row++) {
    for (let k = couplings.rowStart[row]; k < couplings.rowStart[row + 1]; k++) {
      const column = couplings.column[k]
      if (column < row) continue
      addBounds(rows, first + products.length, row, column, couplings.value[k])
      products.push({ row, column, value: couplings.value[k] })
    }
  }
  return products
}

function addBounds(rows: Rows, z: number, x: number, y: number, value: number): void {
  if (value > 0) rows.add([z, x, y], [1, -1, -1], -1, Number.POSITIVE_INFINITY)
  else {
    rows.add([z, x], [1, -1], Number.NEGATIVE_INFINITY, 0)
    rows.add([z, y], [1, -1], Number.NEGATIVE_INFINITY, 0)
  }
}
