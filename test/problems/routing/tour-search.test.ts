import { expect, test } from 'vitest'
import { sitesOfCoordinates, sitesOfMatrix } from '../../../problems/routing/sites.ts'
import { searchTour } from '../../../problems/routing/tour-search.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'

/** A shuffled n × n chessboard: for even n the shortest tour has one step of length 1 per field. */
const chessboard = (n: number) =>
  Array.from({ length: n * n }, (_, k) => (k * 7) % (n * n)).map((k): [number, number] => [k % n, Math.floor(k / n)])

const lengthOf = (order: Int32Array, between: (a: number, b: number) => number) =>
  order.reduce((sum, a, p) => sum + between(a, order[(p + 1) % order.length]), 0)

test('the shortest tour of a 6 × 6 board has 36 steps', () => {
  const sites = sitesOfCoordinates({ at: chessboard(6) })
  const { out } = runJob(searchTour(sites, random('1', 'tour')), 1e6, 1e5)
  expect(lengthOf(out, sites.between)).toBe(36)
})

test('a one-way ring of 12 is followed its way', () => {
  const matrix = Array.from({ length: 144 }, (_, k) => (Math.floor(k / 12) - (k % 12) + 12) % 12)
  const sites = sitesOfMatrix({ matrix })
  const { out } = runJob(searchTour(sites, random('1', 'tour')), 1e6, 1e5)
  expect(lengthOf(out, sites.between)).toBe(12)
})

test('up to 8 places are enumerated: the corners of a square are 4 apart in all', () => {
  const sites = sitesOfCoordinates({
    at: [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ],
  })
  const { out, work } = runJob(searchTour(sites, random('1', 'tour')), 1, 1)
  expect(lengthOf(out, sites.between)).toBe(4)
  expect(work).toBe(0)
})

test('places beyond the table are searched through the grid', () => {
  const at = chessboard(56)
  const sites = sitesOfCoordinates({ at })
  const { out } = runJob(searchTour(sites, random('1', 'tour')), 3e6, 1e6)
  expect(new Set(out).size).toBe(56 * 56)
  expect(lengthOf(out, sites.between)).toBeLessThan(1.25 * 56 * 56)
})

test('a tour along strips is shown at once', () => {
  const sites = sitesOfCoordinates({ at: chessboard(4) })
  const job = searchTour(sites, random('1', 'tour'))
  job.next(0)
  const { find } = job.next(1).value as { find: Int32Array }
  expect([...find].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, k) => k))
  expect(lengthOf(find, sites.between)).toBeLessThan(40)
})

test('told to stop, it has a tour after any piece of work', () => {
  const sites = sitesOfCoordinates({ at: chessboard(12) })
  for (const limit of [0, 100, 30_000, 60_000, 90_000]) {
    const { out } = runJob(searchTour(sites, random('1', 'tour')), limit, 977)
    expect(new Set(out).size).toBe(144)
  }
})
