import { describe, expect, it } from 'vitest'
import { diagonal } from '../../src/kernel/statevector-diagonal.ts'
import { phaseOf } from '../../src/kernel/statevector-phase.ts'

function finish<Out>(work: Generator<number, Out>): Out {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

/** Bits worth 1, 2, 3 … times `unit`, and `unit` more for every pair of neighbours. */
function cost(size: number, unit: number) {
  const matrix = new Float64Array(size * size)
  for (let i = 1; i < size; i++) matrix[i * size + i - 1] = matrix[(i - 1) * size + i] = unit
  const linear = Float64Array.from({ length: size }, (_, i) => (i + 1) * unit)
  return finish(diagonal({ size, offset: 0, linear, matrix }))
}

describe('phases', () => {
  it('turn a lone bit of energy 1 by −90° at γ = π/2, and scale', () => {
    const [re, im] = [Float64Array.of(1, 1), new Float64Array(2)]
    phaseOf(cost(1, 1), Math.PI / 2, 3).turn(re, im, 0, 2)
    expect(re[0]).toBe(3)
    expect(re[1]).toBeCloseTo(0, 15)
    expect([im[0], im[1]].map(Math.abs)).toEqual([0, 3])
    expect(im[1]).toBe(-3)
  })

  it('are e^{−iγE} by levels, by products of bits and one by one', () => {
    for (const [size, unit, work] of [
      [13, 1, 0.5],
      [13, 1 / 3, 0.75],
      [5, 1 / 3, 2],
    ]) {
      const diagonalCost = cost(size, unit)
      const phase = phaseOf(diagonalCost, 0.7, 1)
      expect(phase.work).toBe(work)
      const re = new Float64Array(2 ** size).fill(1)
      const im = new Float64Array(2 ** size)
      const block = Math.min(2 ** size, 4096)
      for (let start = 0; start < re.length; start += block) phase.turn(re, im, start, start + block)
      const worst = diagonalCost.energy.map((e, x) => Math.hypot(re[x] - Math.cos(0.7 * e), im[x] + Math.sin(0.7 * e)))
      expect(Math.max(...worst)).toBeLessThan(1e-12)
    }
  })
})
