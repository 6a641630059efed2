import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { flip, positionAt } from '../../src/split/position.ts'

it('knows what each flip costs: at a = 1, b = 0 of 2a + 3ab', () => {
  const { gain, energy } = positionAt(quboFromCoo(2, [0, 0], [0, 1], [2, 3]), [1, 0])
  expect([energy, ...gain]).toEqual([2, -2, 3])
})

it('after any flips is what it would be from scratch', () => {
  const term = fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: -9, max: 9 }))
  fc.assert(
    fc.property(fc.array(term), fc.array(fc.nat(6)), (terms, flips) => {
      const qubo = quboFromCoo(
        7,
        terms.map((t) => t[0]),
        terms.map((t) => t[1]),
        terms.map((t) => t[2]),
      )
      const position = positionAt(qubo, new Int8Array(7))
      for (const i of flips) flip(qubo, position, i)
      const scratch = positionAt(qubo, position.x)
      expect(position.energy).toBe(scratch.energy)
      expect(position.gain.map((g) => g + 0)).toEqual(scratch.gain.map((g) => g + 0))
    }),
  )
})
