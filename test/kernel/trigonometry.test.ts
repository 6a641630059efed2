import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosSin } from '../../src/kernel/trigonometry.ts'

const at = (angle: number) => {
  const out = new Float64Array(2)
  cosSin(angle, out, 0)
  return { cos: out[0], sin: out[1] }
}
/** Two units in the last place of the exact value, or of the smallest that a rounded angle can tell apart. */
const near = (a: number, b: number) => Math.abs(a - b) <= Math.max(Math.abs(b) * 2 ** -51, 2 ** -80)

describe('cosSin', () => {
  it('knows the axes', () => {
    expect(at(0)).toEqual({ cos: 1, sin: 0 })
    expect(at(Math.PI / 2).sin).toBe(1)
    expect(at(-Math.PI / 2).sin).toBe(-1)
    expect(at(Math.PI).cos).toBe(-1)
  })

  it('agrees with Math within two units in the last place up to a million radians', () => {
    const angle = fc.oneof(
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    )
    fc.assert(
      fc.property(angle, (a) => near(at(a).cos, Math.cos(a)) && near(at(a).sin, Math.sin(a))),
      { numRuns: 20000 },
    )
  })

  it('is even in cos and odd in sin, bit for bit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (a) => {
        expect(at(-a).cos).toBe(at(a).cos)
        expect(at(-a).sin + at(a).sin).toBe(0)
      }),
    )
  })
})
