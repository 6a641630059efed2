import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bestDispatch,
  dispatch,
  dispatches,
  lineOf,
  listSchedule,
  mostWorkRemaining,
  reversed,
} from '../../../../problems/scheduling/job-shop/dispatch.ts'
import { makespanOf } from '../../../../problems/scheduling/job-shop/shop.ts'
import { anyShop, isSchedule, shop } from './shops.ts'

// Machine 0 could begin job 1 at once (2 long), or wait until 1 for job 0, which has more to do after.
const race = shop([
  [
    [1, 1],
    [0, 3],
    [1, 9],
  ],
  [[0, 2]],
])

test('a patient machine waits for more urgent work, an impatient one does not', () => {
  expect([...dispatch(race, mostWorkRemaining(race), 'active')]).toEqual([0, 1, 4, 4])
  expect([...dispatch(race, mostWorkRemaining(race), 'nondelay')]).toEqual([0, 2, 5, 0])
})

test('every rule gives a schedule, and the best is the shortest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), fc.string(), (jobs, machines, seed) => {
      const any = anyShop(jobs, machines, seed)
      const all = [...dispatches(any)]
      expect(all.every((start) => isSchedule(any, start))).toBe(true)
      expect(makespanOf(any, bestDispatch(any))).toBe(Math.min(...all.map((start) => makespanOf(any, start))))
    }),
    { numRuns: 30 },
  )
})

test('time backwards twice is time forwards', () => {
  const any = anyShop(4, 3, 'a')
  const { first, jobOf, machineOf, duration } = reversed(reversed(any))
  expect({ first, jobOf, machineOf, duration }).toEqual({
    first: any.first,
    jobOf: any.jobOf,
    machineOf: any.machineOf,
    duration: any.duration,
  })
})

test('a line keeps the order of a job, whatever the keys', () => {
  expect([...lineOf(race, [9, 1, 0, 5])]).toEqual([3, 0, 1, 2])
})

test('an operation takes the first gap that holds it', () => {
  // Job 0 is on machine 0 in 0–2 and 5–7; job 1, listed last, fits between.
  const gap = shop([
    [
      [0, 2],
      [1, 3],
      [0, 2],
    ],
    [[0, 3]],
  ])
  expect([...listSchedule(gap, [0, 1, 2, 3])]).toEqual([0, 2, 5, 2])
})
