import { describe, expect, it } from 'vitest'
import { drawMatrices } from '../../../../problems/assignment/quadratic/draw-matrices.ts'
import { readAssignment } from '../../../../problems/assignment/quadratic/quadratic-assignment-input.ts'

describe('the picture of an assignment', () => {
  it('shades the cells that are more than the least, and tells the cost', () => {
    const data = readAssignment({ flow: [0, 3, 0, 0], distance: [0, 7, 0, 0] })
    const svg = drawMatrices(data, Int32Array.of(0, 1))
    expect(svg.match(/<path /g)).toHaveLength(2)
    expect(svg).toContain('cost 21: 2 facilities<')
  })
})
