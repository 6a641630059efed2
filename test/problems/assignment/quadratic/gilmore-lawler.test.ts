import { describe, expect, it } from 'vitest'
import { gilmoreLawler } from '../../../../problems/assignment/quadratic/gilmore-lawler.ts'
import { readAssignment } from '../../../../problems/assignment/quadratic/quadratic-assignment-input.ts'

const whole = { facilities: [0, 1], locations: [0, 1], placed: [], location: [] }

describe('the Gilmore–Lawler bound', () => {
  it('of two facilities is exact: 3 · 7 there and 2 · 5 back', () => {
    const data = readAssignment({
      flow: [
        [0, 3],
        [2, 0],
      ],
      distance: [
        [0, 7],
        [5, 0],
      ],
    })
    expect(gilmoreLawler(data, whole).bound).toBe(Math.min(3 * 7 + 2 * 5, 3 * 5 + 2 * 7))
  })

  it('counts the flow to facilities already placed', () => {
    const data = readAssignment({
      flow: [
        [0, 3],
        [2, 0],
      ],
      distance: [
        [0, 7],
        [5, 0],
      ],
    })
    const rest = { facilities: [1], locations: [1], placed: [0], location: [0] }
    expect(gilmoreLawler(data, rest).bound).toBe(3 * 7 + 2 * 5)
  })
})
