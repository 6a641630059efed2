import { expect, test } from 'vitest'
import { byAngle, filled, firstRoutes } from '../../../problems/routing/first-routes.ts'
import { sitesOfCoordinates, sitesOfMatrix } from '../../../problems/routing/sites.ts'

/** East, south, west, north of the depot, in this order. */
const sites = sitesOfCoordinates({
  at: [
    [0, 0],
    [1, 0],
    [0, -1],
    [-1, 0],
    [0, 1],
  ],
})

test('counter-clockwise from the east: 1, 4, 3, 2', () => {
  expect(byAngle(sites)).toEqual([1, 4, 3, 2])
})

test('without coordinates by number', () => {
  expect(byAngle(sitesOfMatrix({ matrix: new Float64Array(9) }))).toEqual([1, 2])
})

test('a vehicle of 4 takes 3, the next 2 and 2', () => {
  expect(filled([1, 2, 3], { demand: Float64Array.of(0, 3, 2, 2), capacity: 4 })).toEqual([[1], [2, 3]])
})

test('where the sweep needs three vehicles, first fit needs two: 3 + 1 and 3 + 1', () => {
  const fleet = { sites, demand: Float64Array.of(0, 3, 1, 1, 3), capacity: 4 }
  expect(firstRoutes({ ...fleet, vehicles: 2 })).toEqual([
    [1, 2],
    [4, 3],
  ])
  expect(firstRoutes({ ...fleet, vehicles: null })).toEqual([[1], [4, 3], [2]])
})
