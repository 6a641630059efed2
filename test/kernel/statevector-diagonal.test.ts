import { describe, expect, it } from 'vitest'
import { diagonal } from '../../src/kernel/statevector-diagonal.ts'

function finish<Out>(work: Generator<number, Out>): Out {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

describe('the diagonal of energies', () => {
  it('lists 5 − a − 2b + 4ab by the states 00, 10, 01, 11', () => {
    const { energy } = finish(
      diagonal({ size: 2, offset: 5, linear: Float64Array.of(-1, -2), matrix: Float64Array.of(0, 4, 4, 0) }),
    )
    expect([...energy]).toEqual([5, 4, 3, 6])
  })

  it('counts levels in the largest power of two that divides the coefficients', () => {
    const halves = finish(diagonal({ size: 1, offset: 0.1, linear: Float64Array.of(1.5), matrix: Float64Array.of(0) }))
    expect([halves.unit, halves.levels, ...(halves.level ?? [])]).toEqual([0.5, 4, 0, 3])
  })

  it('counts whole levels although an offset of −4/3 rounds the energies: one bit worth −1', () => {
    const rounded = finish(
      diagonal({ size: 1, offset: -4 / 3, linear: Float64Array.of(-1), matrix: Float64Array.of(0) }),
    )
    expect([rounded.levels, ...(rounded.level ?? [])]).toEqual([2, 1, 0])
  })

  it('has no levels for thirds', () => {
    expect(
      finish(diagonal({ size: 1, offset: 0, linear: Float64Array.of(1 / 3), matrix: Float64Array.of(0) })).level,
    ).toBeNull()
  })

  it('joins blocks: with every bit worth its place, state x of 13 bits has energy x + 10 for its two ends together', () => {
    const size = 13
    const matrix = new Float64Array(size * size)
    matrix[12] = matrix[12 * size] = 10
    const { energy } = finish(
      diagonal({ size, offset: 0, linear: Float64Array.from({ length: size }, (_, i) => 2 ** i), matrix }),
    )
    const truth = energy.map((_, x) => x + (x & 1 && x & 4096 ? 10 : 0))
    expect(energy).toEqual(truth)
  })
})
