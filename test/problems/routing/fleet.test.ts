import { expect, test } from 'vitest'
import {
  emptyRoute,
  inOrder,
  insertStop,
  planOf,
  removeStop,
  routesIn,
  routesLength,
  takeBack,
} from '../../../problems/routing/fleet.ts'
import { sitesOfCoordinates } from '../../../problems/routing/sites.ts'

/** A depot at 0 and stops at 1, 2, 3 of a line, each with demand 1; two vehicles for two of them each. */
const sites = sitesOfCoordinates({
  at: [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
  ],
})
const fleet = { sites, demand: Float64Array.of(0, 1, 1, 1), capacity: 2, vehicles: 2 }
const table = new Float64Array(0)
const plan = () => planOf(fleet, { size: 4, table, between: sites.between })

test('out to 3 and back is 6, with 1 on the way still 6, with 2 on its own 4 more', () => {
  const p = plan()
  insertStop(p, 3, 4)
  expect(p.length).toBe(6)
  insertStop(p, 1, 4)
  expect([p.length, p.load[0], p.used]).toEqual([6, 2, 1])
  insertStop(p, 2, 5)
  expect([p.length, p.used, emptyRoute(p)]).toEqual([10, 2, -1])
  expect(routesIn(4, 2, p.next)).toEqual([[1, 3], [2]])
})

test('what is taken back leaves no trace', () => {
  const p = plan()
  insertStop(p, 1, 4)
  insertStop(p, 2, 1)
  p.log.length = 0
  const before = { ...structuredClone({ ...p, distances: null, empties: null, listed: null }) }
  removeStop(p, 2)
  removeStop(p, 1)
  insertStop(p, 2, 5)
  takeBack(p, 4)
  expect({ ...structuredClone({ ...p, distances: null, empties: null, listed: null }) }).toEqual(before)
})

test('an emptied route is free again', () => {
  const p = plan()
  insertStop(p, 1, 5)
  insertStop(p, 2, 4)
  removeStop(p, 1)
  expect(emptyRoute(p)).toBe(1)
})

test('routes come by their smallest stop, empty ones not at all', () => {
  expect(inOrder([[3, 2], [], [4, 1]])).toEqual([
    [4, 1],
    [3, 2],
  ])
})

test('the length of routes counts the ways from and to the depot', () => {
  expect(routesLength(sites, [[1, 3], [], [2]])).toBe(10)
})
