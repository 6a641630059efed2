import type { Milp } from '../../../src/qubo/index.ts'
import { random } from '../../../src/run/index.ts'

export interface Row {
  readonly terms: readonly number[]
  readonly min?: number
  readonly max?: number
}

/** A programme written densely, as one writes it on paper; bits unless said otherwise. */
export function programme(
  objective: readonly number[],
  rows: readonly Row[],
  parts: { lower?: number[]; upper?: number[]; integer?: number[]; constant?: number } = {},
): Milp {
  const size = objective.length
  const entries = rows.map(({ terms }) => terms.flatMap((value, j) => (value === 0 ? [] : [{ j, value }])))
  const rowStart = new Uint32Array(rows.length + 1)
  entries.forEach((row, r) => {
    rowStart[r + 1] = rowStart[r] + row.length
  })
  return {
    kind: 'milp',
    size,
    constant: parts.constant ?? 0,
    objective: Float64Array.from(objective),
    lower: Float64Array.from(parts.lower ?? objective.map(() => 0)),
    upper: Float64Array.from(parts.upper ?? objective.map(() => 1)),
    integer: Uint8Array.from(parts.integer ?? objective.map(() => 1)),
    rows: rows.length,
    rowStart,
    column: Uint32Array.from(entries.flat(), (e) => e.j),
    value: Float64Array.from(entries.flat(), (e) => e.value),
    rowLower: Float64Array.from(rows, (row) => row.min ?? Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.from(rows, (row) => row.max ?? Number.POSITIVE_INFINITY),
  }
}

/** A random weighted covering programme; 60 bits and 30 rows take some seconds of branching. */
export function covering(seed: string, size: number, rowCount: number): Milp {
  const chance = random(seed, 'covering')
  const rows = Array.from({ length: rowCount }, () => {
    const terms = Array.from({ length: size }, () => (chance.below(10) < 3 ? 1 + chance.below(20) : 0))
    return { terms, min: Math.floor(terms.reduce((a, b) => a + b, 0) * 0.4) }
  })
  return programme(
    Array.from({ length: size }, () => 1 + chance.below(50)),
    rows,
  )
}
