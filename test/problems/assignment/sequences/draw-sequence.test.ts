import { expect, test } from 'vitest'
import { drawSequence } from '../../../../problems/assignment/sequences/draw-sequence.ts'

test('a dark bar for every +1, and the energy and merit factor in words', () => {
  const picture = drawSequence([1, 1, -1])
  // Two bars, and the key that says what they are.
  expect(picture.split('#4d4d4d').length - 1).toBe(3)
  expect(picture).toContain('energy 1: 3 elements, merit factor 4.5, largest correlation 1')
})
