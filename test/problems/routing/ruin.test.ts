import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertStop, planOf, routesIn, routesLength } from '../../../problems/routing/fleet.ts'
import { recreate, ruin, type Surroundings } from '../../../problems/routing/ruin.ts'
import { sitesOfCoordinates } from '../../../problems/routing/sites.ts'
import { random } from '../../../src/run/index.ts'

/** Twelve stops on a line, four to a vehicle. */
function twelve() {
  const sites = sitesOfCoordinates({ at: Array.from({ length: 13 }, (_, k): [number, number] => [k, 0]) })
  const demand = new Float64Array(13).fill(1, 1)
  const plan = planOf(
    { sites, demand, capacity: 4, vehicles: null },
    { size: 13, table: new Float64Array(0), between: sites.between },
  )
  for (let k = 0; k < 12; k++) insertStop(plan, k + 1, k % 4 === 0 ? 13 + k / 4 : k)
  const near = Array.from({ length: 13 }, (_, a) =>
    Array.from({ length: 12 }, (_, k) => k + 1)
      .filter((b) => b !== a)
      .sort((b, c) => Math.abs(a - b) - Math.abs(a - c))
      .slice(0, 11),
  )
  const around: Surroundings = {
    near: Int32Array.from(near.flat()),
    width: 11,
    tried: 11,
    absent: [],
    touched: new Int32Array(12),
    key: new Float64Array(13),
    ruins: 0,
  }
  return { sites, plan, around }
}

test('after any number of ruins and recreations every stop rides once, none over capacity, and the length is right', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (seed, times) => {
      const { sites, plan, around } = twelve()
      const chance = random(seed, 'ruin')
      for (let k = 0; k < times; k++) {
        ruin(plan, around, chance)
        recreate(plan, around, chance)
      }
      const routes = routesIn(13, 12, plan.next)
      expect(routes.flat().sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      expect(Math.max(...routes.map((route) => route.length))).toBeLessThanOrEqual(4)
      expect(routesLength(sites, routes)).toBeCloseTo(plan.length)
    }),
  )
})

test('a ruin takes stops out, at most a string of each route', () => {
  const { plan, around } = twelve()
  ruin(plan, around, random('1', 'ruin'))
  expect(around.absent.length).toBeGreaterThan(0)
  expect(around.absent.every((stop) => plan.routeOf[stop] === -1)).toBe(true)
})
