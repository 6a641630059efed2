import { expect, test } from 'vitest'
import { savingsRoutes } from '../../../problems/routing/savings.ts'
import { sitesOfCoordinates } from '../../../problems/routing/sites.ts'

const sites = sitesOfCoordinates({
  at: [
    [0, 0],
    [9, 0],
    [-9, 0],
    [10, 0],
    [-10, 0],
  ],
})
const near = Int32Array.of(0, 0, 0, 3, 2, 4, 4, 1, 3, 1, 2, 4, 2, 1, 3)
const routesFor = (capacity: number, allowed = 1e6) =>
  savingsRoutes({ sites, demand: Float64Array.of(0, 1, 1, 1, 1), capacity, vehicles: null }, near, 3, {
    allowed,
    spent: 0,
  }).next(0).value

test('neighbours share a route, the other side of the depot saves nothing', () => {
  expect((routesFor(4) as number[][]).map((route) => route.sort((a, b) => a - b))).toEqual([
    [1, 3],
    [2, 4],
  ])
})

test('a vehicle for one stop joins nothing', () => {
  expect(routesFor(1)).toEqual([[1], [2], [3], [4]])
})

test('it reports when its allowance is used up', () => {
  expect(routesFor(4, 1)).toHaveProperty('work')
})
