import { expect, test } from 'vitest'
import { sitesOfCoordinates, sitesOfMatrix } from '../../../problems/routing/sites.ts'
import { buildFleet, pointOf, routesAt } from '../../../problems/routing/vrp-model.ts'
import { evaluate, Model } from '../../../src/model/index.ts'

/** A depot at 0, stops at 1, 2, 3 of a line. */
const sites = sitesOfCoordinates({
  at: [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
  ],
})
const fleet = { sites, demand: Float64Array.of(0, 1, 1, 2), capacity: 2, vehicles: 2 }

test('stop i rides on the first i vehicles only, on as many positions as fit one vehicle', () => {
  const model = new Model()
  const layout = buildFleet(model, fleet)
  expect(layout.positions).toBe(2)
  expect(model.size).toBe(2 + 4 + 4)
})

test('routes and points are two names of the same, and the energy is the length', () => {
  const model = new Model()
  const layout = buildFleet(model, fleet)
  const point = pointOf(layout, [[3], [2, 1]]) ?? new Float64Array(0)
  expect(routesAt(layout, point)).toEqual([[2, 1], [3]])
  expect(evaluate(model, point)).toEqual({ energy: 4 + 6, violation: 0, broken: [] })
})

test('a gap on the route and a load above capacity break the model', () => {
  const model = new Model()
  const layout = buildFleet(model, fleet)
  const point = pointOf(layout, [[1, 3], [2]]) ?? new Float64Array(0)
  expect(evaluate(model, point).broken.map((b) => b.name)).toEqual(['capacity of vehicle 0'])
})

test('with a free fleet there are as many vehicles as can pay: any two carry more than one holds', () => {
  const layout = buildFleet(new Model(), { ...fleet, vehicles: null })
  // 2·4/2 = 4 is out of reach of three vehicles, so at most 3.
  expect(layout.vehicles).toBe(3)
  expect(buildFleet(new Model(), { ...fleet, capacity: 8, vehicles: null }).vehicles).toBe(1)
})

test('where a way over the depot is a short cut, every stop may have a vehicle', () => {
  const detour = sitesOfMatrix({ matrix: [0, 1, 1, 1, 0, 9, 1, 9, 0] })
  const layout = buildFleet(new Model(), {
    sites: detour,
    demand: Float64Array.of(0, 1, 1),
    capacity: 8,
    vehicles: null,
  })
  expect(layout.vehicles).toBe(2)
})
