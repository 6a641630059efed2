import { expect, test } from 'vitest'
import { roster } from '../../../../problems/scheduling/roster/roster.ts'

const names = (input: Parameters<typeof roster>[0]) =>
  roster(input as never)
    .build()
    .model.constraints.map((c) => `${c.name} ${c.sense} ${c.bound}`)

const base = { days: ['mon', 'tue'], people: { ada: {}, bob: {} } }

test('exact cover is an equation of bits; vacation leaves no choice and no bit', () => {
  const problem = roster({
    ...base,
    shifts: { day: {} },
    cover: { day: 1 },
    people: { ada: { off: ['tue'] }, bob: {} },
  })
  const { model } = problem.build()
  // Three choices of off and day.
  expect(model.size).toBe(6)
  expect(model.constraints.map((c) => `${c.name} ${c.sense} ${c.bound}`)).toEqual([
    'cover of day on mon == 1',
    'cover of day on tue == 1',
  ])
})

test('rest is pairs of which one is at most taken; totals and days in a row count days off', () => {
  expect(
    names({
      days: ['mon', 'tue'],
      shifts: { late: { start: 14, end: 22 }, early: { start: 6, end: 14 } },
      people: { ada: { max: 1, maxInARow: 1 } },
      cover: {},
      rest: 11,
    }),
  ).toEqual([
    'rest of ada: late on mon, early on tue <= 1',
    'shifts of ada at most >= 1',
    'days in a row of ada from mon >= 1',
  ])
})

test('soft cover has its weight, rules have none', () => {
  const { constraints } = roster({ ...base, shifts: { day: {} }, cover: { day: { min: 1 } }, shortage: 5 }).build()
    .model
  expect(constraints.map((c) => c.weight)).toEqual([5, 5])
})
