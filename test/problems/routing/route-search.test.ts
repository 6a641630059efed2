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

test('stopped before it began, it fills one vehicle after the other', () => {
  const { out } = runJob(searchRoutes({ sites, demand, capacity: 3, vehicles: null }, random('1', 'routes')), 0, 1)
  expect(out.map((route) => route.length)).toEqual([3, 3, 3, 3])
})

test('routes that fit are shown before any distance is looked up twice', () => {
  const job = searchRoutes({ sites, demand, capacity: 3, vehicles: null }, random('1', 'routes'))
  job.next(0)
  expect(job.next(1).value).toMatchObject({ work: 260, find: expect.any(Array) })
})

test('a thousand stops are joined in pieces', () => {
  const chance = random('many', 'routes')
  const at = Array.from({ length: 1000 }, (): [number, number] => [chance.below(1000), chance.below(1000)])
  const fleet = { sites: sitesOfCoordinates({ at }), demand: new Float64Array(1000).fill(1, 1), capacity: 20 }
  const job = searchRoutes({ ...fleet, vehicles: null }, random('1', 'routes'))
  let largest = 0
  let work = 0
  for (let step = job.next(0); !step.done && work < 1e7; step = job.next(20_000)) {
    largest = Math.max(largest, step.value.work)
    work += step.value.work
  }
  expect(largest).toBeLessThan(60_000)
})
