import { describe, expect, it } from 'vitest'
import { spinToBit } from '../../src/compile/spin-to-bit.ts'
import { Model } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'

describe('spins as bits', () => {
  it('s·t becomes (2s − 1)(2t − 1)', () => {
    const model = new Model()
    const [s, t] = [model.spin('s'), model.spin('t')]
    model.minimise([1, s, t]).subjectTo(
      'up',
      [
        [1, s],
        [1, t],
      ],
      '>=',
      0,
    )
    expect(String(spinToBit(model).to)).toBe(
      ['minimise −2·s − 2·t + 4·s·t + 1', 'subject to up: 2·s + 2·t >= 2', 's, t ∈ {0, 1}'].join('\n'),
    )
  })

  it('a point without spins has no image', () => {
    const model = new Model()
    model.spin()
    expect(spinToBit(model).lower(Float64Array.of(0))).toBeNull()
  })

  for (const { promise, check } of rewritePromises('spinToBit', spinToBit)) it(promise, check)
})
