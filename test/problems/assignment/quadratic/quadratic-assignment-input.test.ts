import { describe, expect, it } from 'vitest'
import { readAssignment } from '../../../../problems/assignment/quadratic/quadratic-assignment-input.ts'

describe('the input of the quadratic assignment', () => {
  it('takes matrices row by row, nested or typed', () => {
    const flat = readAssignment({ flow: [0, 1, 2, 3], distance: [4, 5, 6, 7] })
    const nested = readAssignment({
      flow: [
        [0, 1],
        [2, 3],
      ],
      distance: [Float32Array.of(4, 5), [6, 7]],
    })
    expect(nested).toEqual(flat)
    expect(Array.from(flat.distance)).toEqual([4, 5, 6, 7])
  })

  it('fills what names leave out with 0', () => {
    const data = readAssignment({
      facilities: ['a'],
      locations: ['x', 'y'],
      flow: {},
      distance: { x: { y: 3 } },
      cost: { a: { y: 7 } },
    })
    expect([data.size, data.facilities]).toEqual([2, 1])
    expect(Array.from(data.distance)).toEqual([0, 3, 0, 0])
    expect(Array.from(data.cost ?? [])).toEqual([0, 7, 0, 0])
  })

  it('refuses what is no square, too few locations and strangers', () => {
    expect(() => readAssignment({ flow: [1, 2, 3], distance: [0] })).toThrow('"flow" has 3 entries')
    expect(() => readAssignment({ flow: [0, 1, 1, 0], distance: [0] })).toThrow('2 facilities for 1 locations')
    expect(() => readAssignment({ flow: [[0, 1], [1]] as never, distance: [0] })).toThrow('no square')
    const named = { facilities: ['a'], locations: ['x'], flow: {}, distance: { z: { x: 1 } } }
    expect(() => readAssignment(named)).toThrow('"z" in distance is not listed')
    expect(() => readAssignment({ ...named, facilities: ['a', 'a'] })).toThrow('"a" appears twice')
  })
})
