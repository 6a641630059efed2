import { describe, expect, test } from 'vitest'
import { labs } from '../../../../problems/assignment/sequences/labs.ts'
import { evaluate } from '../../../../src/model/index.ts'

describe('labs', () => {
  test('+ + −: C₁ = 1 − 1, C₂ = −1, energy 1', () => {
    expect(labs({ length: 3 }).cost({ sequence: '110' })).toBe(1)
  })

  test('length 4 has helpers for the three pairs of lag 1 and the two of lag 2, none for the lag that never varies', () => {
    expect(labs({ length: 4 }).build().model.size).toBe(4 + 3 + 2)
  })

  test('a wrong helper never pays: of all points of length 5 none is below the energy of its elements', () => {
    const problem = labs({ length: 5 })
    const { model, decode } = problem.build()
    for (let x = 0; x < 1 << model.size; x++) {
      const point = Float64Array.from({ length: model.size }, (_, k) => (x >> k) & 1)
      if (evaluate(model, point).energy < problem.cost(decode(point))) throw new Error(`point ${x} pays`)
    }
    expect(model.size).toBe(14)
  })

  test('a stranger and a missing element are two violations', () => {
    expect(
      labs({ length: 4 })
        .check({ sequence: '1x0' })
        .map((v) => v.rule),
    ).toEqual(['binary', 'length'])
  })

  test.each([1, 1001, 2.5])('refuses length %d', (length) => {
    expect(() => labs({ length })).toThrow(/length/)
  })
})
