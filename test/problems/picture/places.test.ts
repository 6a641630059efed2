import { expect, it } from 'vitest'
import { circle, fitted } from '../../../problems/picture/places.ts'

it('four places on a circle are top, right, bottom, left', () => {
  const rounded = circle(4, 100, 10).map((place) => place.map(Math.round))
  expect(rounded).toEqual([
    [50, 10],
    [90, 50],
    [50, 90],
    [10, 50],
  ])
})

it('north is up, and the aspect is kept', () => {
  expect(
    fitted(
      [
        [0, 0],
        [2, 1],
      ],
      100,
      10,
    ),
  ).toEqual([
    [10, 50],
    [90, 10],
  ])
})

it('a single place has a place', () => expect(fitted([[3, 3]], 100, 10)).toEqual([[10, 10]]))
