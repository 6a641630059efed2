import { expect, it } from 'vitest'
import { springLayout } from '../../../problems/picture/layout.ts'

const distance = (places: readonly (readonly [number, number])[], a: number, b: number) =>
  Math.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1])

it('neighbours stand closer than the ends of a path', () => {
  const path = springLayout(4, { from: [0, 1, 2], to: [1, 2, 3] })
  for (const k of [0, 1, 2]) expect(distance(path, k, k + 1)).toBeLessThan(distance(path, 0, 3))
})

it('nodes without edges stand apart', () => {
  const places = springLayout(9, { from: [], to: [] })
  for (let a = 0; a < 9; a++) for (let b = 0; b < a; b++) expect(distance(places, a, b)).toBeGreaterThan(0.1)
})

it('the same graph has the same places, one node and none have theirs', () => {
  const cycle = { from: [0, 1, 2], to: [1, 2, 0] }
  expect(springLayout(3, cycle)).toEqual(springLayout(3, cycle))
  expect(springLayout(1, { from: [], to: [] })).toHaveLength(1)
  expect(springLayout(0, { from: [], to: [] })).toEqual([])
})
