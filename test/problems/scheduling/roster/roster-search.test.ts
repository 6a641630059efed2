import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plantedRoster } from '../../../../instances/generators/index.ts'
import { roster } from '../../../../problems/scheduling/roster/roster.ts'
import { checkRoster, rosterCost, rosterOf } from '../../../../problems/scheduling/roster/roster-check.ts'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'
import { rosterSearch } from '../../../../problems/scheduling/roster/roster-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

test('a planted roster is found again or a better one, each find better than the one before', () => {
  const problem = roster(plantedRoster({ people: 8, days: 14 }, random('a', 'instance')))
  const { finds, out, bound } = runJob(problem.heuristic!(random('0', 'h')), 5e6, 1e4)
  const costs = finds.map((find) => problem.cost(find))
  expect(problem.check(out)).toEqual([])
  expect(costs.every((cost, k) => k === 0 || cost < costs[k - 1])).toBe(true)
  expect(bound).toBeLessThanOrEqual(costs.at(-1)!)
})

test('ends by itself when every wish is met', () => {
  const problem = roster({ days: ['mon'], shifts: { day: {} }, people: { ada: {}, bob: {} }, cover: { day: 1 } })
  const { out, bound } = runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1e4)
  expect([problem.cost(out as never), bound]).toEqual([0, 0])
})

const shifts = { e: { start: 6, end: 14 }, l: { start: 14, end: 23 } }
const late = { skills: ['l' as const] }
const boundsOf = (people: object, more: object = {}) => {
  const input = { days: ['mon', 'tue'], shifts, rest: 11, cover: { e: 1, l: 1 }, people, ...more }
  const job = roster(input as never).heuristic!(random('0', 'h'))
  const bounds: number[] = []
  job.next()
  for (let k = 0; k < 5000; k++) {
    const { done, value } = job.next(100)
    if (done) return { bounds, ended: true }
    if ('bound' in value && value.bound !== undefined) bounds.push(value.bound)
  }
  return { bounds, ended: false }
}

test('four shifts for three people of one each: the first bound is infinite, and it ends', () => {
  const { bounds, ended } = boundsOf({ ada: { ...late, max: 1 }, bob: { ...late, max: 1 }, cyd: { max: 1 } })
  expect([ended, bounds[0], bounds.at(-1)]).toEqual([true, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
})

test('early and late with only cyd to do either, the others away: no roster, though everybody could work enough', () => {
  const people = { ada: { ...late, off: ['tue'] }, bob: { off: ['tue'] }, cyd: {}, dan: { off: ['tue'] } }
  const { bounds, ended } = boundsOf(people, { cover: { e: 1, l: 1 }, coverOn: { mon: { e: { min: 0 } } } })
  expect([ended, bounds.at(-1)]).toEqual([true, Number.POSITIVE_INFINITY])
})

test('two early shifts for cyd who works one: counts see nothing, the bound grows to all there is to lose, then to infinity', () => {
  const wishes = [{ day: 'mon', want: 'off', weight: 3 }]
  const { bounds, ended } = boundsOf({ ada: { ...late, wishes }, bob: late, cyd: { max: 1 } })
  expect([ended, bounds.at(-1)]).toEqual([true, Number.POSITIVE_INFINITY])
  expect(Math.max(...bounds.slice(0, -1))).toBeLessThanOrEqual(3)
})

const wish = fc.record({ want: fc.constantFrom(0, 1, 'off'), weight: fc.constantFrom(0.1, 1, 3) })
const inputs = fc.record({
  days: fc.constant(3),
  shifts: fc.constant([
    { start: 6, end: 14 },
    { start: 14, end: 22 },
  ]),
  people: fc.array(fc.record({ wishes: fc.array(wish, { maxLength: 2 }), max: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 2,
    maxLength: 2,
  }),
  cover: fc.array(fc.array(fc.constantFrom(0, 1, { min: 1 }), { minLength: 2, maxLength: 2 }), {
    minLength: 3,
    maxLength: 3,
  }),
  rest: fc.constantFrom(0, 11),
  maxInARow: fc.integer({ min: 1, max: 3 }),
})

test('no bound of two people and three days is above the best of all 729 rosters, so an infinite one only where none fits', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const data = rosterSchema.parse(input)
      const all = Array.from({ length: 729 }, (_, k) =>
        Uint16Array.from({ length: 6 }, (_, d) => Math.floor(k / 3 ** d) % 3),
      )
      const fits = all.filter((rows) => checkRoster(data, rosterOf(data, rows)).length === 0)
      const { bound } = runJob(rosterSearch(data, random('0', 'h')), 1e5, 1e4)
      expect(bound).toBeLessThanOrEqual(Math.min(...fits.map((rows) => rosterCost(data, rows))) + 1e-9)
    }),
    { numRuns: 60 },
  )
})
