import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exchange, type Tour, tourFrom, tourLength, turnStretches, undo } from '../../../problems/routing/tour.ts'

const onLine = (size: number): Tour =>
  tourFrom(
    Int32Array.from({ length: size }, (_, k) => k),
    { size, table: new Float64Array(0), between: (a, b) => Math.abs(a - b) },
    new Int32Array(size),
  )

test('a round trip over a line of 5 is 8 long', () => {
  expect(tourLength(onLine(5))).toBe(8)
})

test('two stretches swap places, three come in the opposite order, each in its own direction', () => {
  const swapped = onLine(7)
  turnStretches(swapped, 1, [2, 3])
  expect([...swapped.order]).toEqual([0, 3, 4, 5, 1, 2, 6])
  const bridged = onLine(8)
  turnStretches(bridged, 1, [1, 2, 3])
  expect([...bridged.order]).toEqual([0, 4, 5, 6, 2, 3, 1, 7])
})

test('an exchange replaces two edges by two', () => {
  const tour = onLine(6)
  exchange(tour, 0, 1, 3, 4)
  const edges = [...tour.order].map((a, p) => [a, tour.order[(p + 1) % 6]].sort().join())
  expect(edges.sort()).toEqual(['0,3', '0,5', '1,2', '1,4', '2,3', '4,5'])
})

test('undo brings back the order, whatever was done', () => {
  const change = fc.tuple(
    fc.nat(11),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
  )
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const tour = onLine(12)
      for (const [from, ...lengths] of changes) turnStretches(tour, from, lengths)
      expect([...tour.order].every((city, p) => tour.place[city] === p)).toBe(true)
      undo(tour)
      expect([...tour.order]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    }),
  )
})
