import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sitesOfCoordinates, sitesOfMatrix } from '../../../problems/routing/sites.ts'
import { improveCity, improveCityOneWay } from '../../../problems/routing/three-opt.ts'
import { tourFrom, tourLength } from '../../../problems/routing/tour.ts'

/** Every other city as a neighbour, nearest by `nearness` first. */
function everybody(size: number, nearness: (a: number, b: number) => number): Int32Array {
  const rows = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_, b) => b)
      .filter((b) => b !== a)
      .sort((b, c) => nearness(a, b) - nearness(a, c)),
  )
  return Int32Array.from(rows.flat())
}

test('a crossing of two edges is undone', () => {
  const sites = sitesOfCoordinates({
    at: [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [-1, 0.5],
    ],
  })
  const tour = tourFrom(
    Int32Array.of(0, 1, 2, 3, 4),
    { ...sites, table: new Float64Array(0) },
    everybody(5, sites.between),
  )
  while ([0, 1, 2, 3, 4].some((city) => improveCity(tour, city) > 0));
  expect(tourLength(tour)).toBeCloseTo(3 + 2 * Math.sqrt(1.25))
})

const places = fc.uniqueArray(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 8, maxLength: 16, selector: String })

test('the gain is what the tour gets shorter by, and it stays a tour', () => {
  fc.assert(
    fc.property(places, (at) => {
      const { size, between } = sitesOfCoordinates({ at })
      const order = Int32Array.from(at, (_, k) => k)
      const tour = tourFrom(order, { size, between, table: new Float64Array(0) }, everybody(size, between))
      for (let city = 0; city < size; city++) {
        const before = tourLength(tour)
        const gain = improveCity(tour, city)
        expect(tourLength(tour)).toBeCloseTo(before - gain)
      }
      expect([...order].sort((a, b) => a - b)).toEqual(at.map((_, k) => k))
    }),
  )
})

test('with one-way distances as well', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 81, maxLength: 81 }), (matrix) => {
      const { size, between } = sitesOfMatrix({ matrix })
      const near = everybody(size, (a, b) => between(b, a))
      const tour = tourFrom(
        Int32Array.from({ length: 9 }, (_, k) => k),
        { size, between, table: new Float64Array(0) },
        near,
      )
      for (let city = 0; city < size; city++) {
        const before = tourLength(tour)
        expect(improveCityOneWay(tour, city)).toBeCloseTo(before - tourLength(tour))
      }
    }),
  )
})
