import { expect, test } from 'vitest'
import { plantedRoster } from '../../../../instances/generators/index.ts'
import { roster } from '../../../../problems/scheduling/roster/roster.ts'
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
