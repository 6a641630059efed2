import { expect, test } from 'vitest'
import { routesLength } from '../../../problems/routing/fleet.ts'
import { searchRoutes } from '../../../problems/routing/route-search.ts'
import { sitesOfCoordinates } from '../../../problems/routing/sites.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'

/** Four arms of a cross, three stops each at 1, 2 and 3 from the depot. */
const sites = sitesOfCoordinates({
  at: [
    [0, 0],
    ...[1, 2, 3].flatMap((r): [number, number][] => [
      [r, 0],
      [0, r],
      [-r, 0],
      [0, -r],
    ]),
  ],
})
const demand = new Float64Array(13).fill(1, 1)

test('a vehicle per arm of the cross, 6 each', () => {
  const { out, finds } = runJob(
    searchRoutes({ sites, demand, capacity: 3, vehicles: null }, random('1', 'routes')),
    1e6,
    1e5,
  )
  expect(out.map((route) => route.length)).toEqual([3, 3, 3, 3])
  expect(routesLength(sites, out)).toBe(24)
  expect(finds.at(-1)).toEqual(out)
})

test('where savings need a vehicle too many, the search packs tighter', () => {
  // 3 + 3 and 2 + 2 + 2 fill two vehicles of 6; the nearest pairs do not.
  const at: [number, number][] = [
    [0, 0],
    [9, 0],
    [9, 1],
    [9, 1.1],
    [-9, 0],
    [-9, 1],
  ]
  const given = {
    sites: sitesOfCoordinates({ at }),
    demand: Float64Array.of(0, 3, 2, 2, 3, 2),
    capacity: 6,
    vehicles: 2,
  }
  const { out } = runJob(searchRoutes(given, random('1', 'routes')), 1e6, 1e5)
  expect(out.map((route) => route.reduce((sum, stop) => sum + given.demand[stop], 0))).toEqual([6, 6])
})

test('stopped before it began, it sends a vehicle to every stop', () => {
  expect(
    runJob(searchRoutes({ sites, demand, capacity: 3, vehicles: null }, random('1', 'routes')), 0, 1).out,
  ).toHaveLength(12)
})
