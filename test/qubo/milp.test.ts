import { describe, expect, it } from 'vitest'
import { type Milp, milpObjective, milpViolation } from '../../src/qubo/index.ts'

/** minimise 7 + 2a − b subject to 1 ≤ a + 3b ≤ 6; a whole in 0…4, b real in 0…1. */
const milp: Milp = {
  kind: 'milp',
  size: 2,
  constant: 7,
  objective: Float64Array.of(2, -1),
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(4, 1),
  integer: Uint8Array.of(1, 0),
  rows: 1,
  rowStart: Uint32Array.of(0, 2),
  column: Uint32Array.of(0, 1),
  value: Float64Array.of(1, 3),
  rowLower: Float64Array.of(1),
  rowUpper: Float64Array.of(6),
}

describe('a mixed-integer programme', () => {
  it('costs its constant and its columns', () => {
    expect(milpObjective(milp, [3, 0.5])).toBe(7 + 6 - 0.5)
  })

  it('is broken by the largest of what is missing', () => {
    expect(milpViolation(milp, [3, 1])).toBe(0)
    expect(milpViolation(milp, [4, 1])).toBe(1)
    expect(milpViolation(milp, [0, 0])).toBe(1)
    expect(milpViolation(milp, [2.25, 0])).toBe(0.25)
    expect(milpViolation(milp, [6, 0])).toBe(2)
    expect(milpViolation(milp, [3, -0.5])).toBe(0.5)
  })
})
