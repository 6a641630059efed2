import { expect, test } from 'vitest'
import { clustersOf } from '../../../problems/routing/clusters.ts'
import type { Fleet } from '../../../problems/routing/fleet.ts'
import { sitesOfCoordinates, sitesOfMatrix } from '../../../problems/routing/sites.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'

const clustersFor = (fleet: Fleet, limit = 1e9, piece = 1e6) =>
  runJob(clustersOf(fleet, random('1', 'clusters')), limit, piece).out.sort((a, b) => a[0] - b[0])

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
  expect(clustersFor({ sites, demand, capacity: 2, vehicles: 2 })).toEqual([
    [1, 3],
    [2, 4],
  ])
})

test('without coordinates too', () => {
  const matrix = at.flatMap((_, a) => at.map((_, b) => sites.between(a, b)))
  const clusters = clustersFor({ sites: sitesOfMatrix({ matrix }), demand, capacity: 2, vehicles: null })
  expect(clusters).toEqual([
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
  expect(clustersFor(given)).toEqual([
    [1, 3],
    [2, 4, 5],
  ])
})

test('told to stop at once it fills one vehicle after the other: 1 and 2, then 4 and 3', () => {
  expect(clustersFor({ sites, demand, capacity: 2, vehicles: 2 }, 0)).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('nobody waits: of 300 stops no piece does much more work than it was allowed', () => {
  const chance = random('many', 'clusters')
  const many = Array.from({ length: 301 }, (): [number, number] => [chance.below(1000), chance.below(1000)])
  const fleet = { sites: sitesOfCoordinates({ at: many }), demand: new Float64Array(301).fill(1, 1), capacity: 30 }
  const job = clustersOf({ ...fleet, vehicles: null }, random('1', 'clusters'))
  const pieces: number[] = []
  for (let step = job.next(0); !step.done; step = job.next(5000)) pieces.push(step.value.work)
  expect(Math.max(...pieces)).toBeLessThan(5000 + 4 * 301 * 30)
  expect(pieces.length).toBeGreaterThan(50)
})
