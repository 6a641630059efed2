import { expect, test } from 'vitest'
import { clustersOf } from '../../../problems/routing/clusters.ts'
import { sitesOfCoordinates, sitesOfMatrix } from '../../../problems/routing/sites.ts'
import { random } from '../../../src/run/index.ts'

const at: [number, number][] = [
  [0, 0],
  [9, 1],
  [-9, 1],
  [9, -1],
  [-9, -1],
]
const demand = Float64Array.of(0, 1, 1, 1, 1)
const sites = sitesOfCoordinates({ at })

test('left and right of the depot are two clusters', () => {
  expect(clustersOf({ sites, demand, capacity: 2, vehicles: 2 }, random('1', 'clusters')).sort()).toEqual([
    [1, 3],
    [2, 4],
  ])
})

test('without coordinates too', () => {
  const matrix = at.flatMap((_, a) => at.map((_, b) => sites.between(a, b)))
  const clusters = clustersOf(
    { sites: sitesOfMatrix({ matrix }), demand, capacity: 2, vehicles: null },
    random('1', 'clusters'),
  )
  expect(clusters.sort()).toEqual([
    [1, 3],
    [2, 4],
  ])
})

test('a packing that no sweep finds is searched for', () => {
  // By angle 3, 2, 3, 2, 2: no two neighbours but 3 + 3 and 2 + 2 + 2 fill two vehicles of 6.
  const ring: [number, number][] = [
    [0, 0],
    [1, 0],
    [1, 2],
    [-1, 2],
    [-2, -1],
    [1, -2],
  ]
  const given = {
    sites: sitesOfCoordinates({ at: ring }),
    demand: Float64Array.of(0, 3, 2, 3, 2, 2),
    capacity: 6,
    vehicles: 2,
  }
  expect(clustersOf(given, random('1', 'clusters')).sort()).toEqual([
    [1, 3],
    [2, 4, 5],
  ])
})
