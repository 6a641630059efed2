import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  correlations,
  energyOf,
  energyTurned,
  leastEnergy,
  turn,
} from '../../../../problems/assignment/sequences/autocorrelation.ts'

const barker = [1, 1, 1, 1, 1, -1, -1, 1, 1, -1, 1, -1, 1]
const sequences = fc.array(fc.constantFrom(-1, 1), { minLength: 2, maxLength: 20 })

test('the Barker sequence of 13 has correlations 0 and 1 in turn, energy 6', () => {
  expect([...correlations(barker)]).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
  expect(energyOf(barker)).toBe(6)
  expect(leastEnergy(13)).toBe(6)
})

test('turning an element is told before it is done', () => {
  fc.assert(
    fc.property(sequences, fc.nat(), (list, k) => {
      const signs = Int8Array.from(list)
      const sums = correlations(signs)
      const i = k % signs.length
      const told = energyTurned(signs, sums, i)
      turn(signs, sums, i)
      expect(told).toBe(energyOf(signs))
      expect(sums).toEqual(correlations(signs))
    }),
  )
})

test('no sequence is below the least energy', () => {
  fc.assert(fc.property(sequences, (list) => energyOf(list) >= leastEnergy(list.length)))
})
