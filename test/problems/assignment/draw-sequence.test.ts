import { expect, test } from 'vitest'
import { drawSequence } from '../../../problems/assignment/draw-sequence.ts'

test('a dark bar for every +1, and the energy and merit factor in words', () => {
  const picture = drawSequence([1, 1, -1])
  expect(picture.split('#000000').length - 1).toBe(2)
  expect(picture).toContain('3 elements, energy 1, merit factor 4.5, largest correlation 1')
})
