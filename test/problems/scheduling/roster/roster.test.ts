import { describe, expect, test } from 'vitest'
import { roster } from '../../../../problems/scheduling/roster/roster.ts'
import { heuristic, solve } from '../../../../src/index.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const twins = (chance: { below(n: number): number }) => {
  const weight = 1 + chance.below(3)
  const days = ['mon', 'tue'] as const
  const at = chance.below(2)
  const shared = { rest: 11, maxInARow: 1 }
  return {
    named: {
      days,
      shifts: { early: { start: 6, end: 14 }, night: { start: 22, end: 6 } },
      people: { ada: { wishes: [{ day: days[at], want: 'early', weight }] }, bob: { off: [days[at]] } },
      cover: { early: { min: 0, max: 1 }, night: { max: 1 } },
      ...shared,
    },
    bulk: {
      days: 2,
      shifts: [
        { start: 6, end: 14 },
        { start: 22, end: 30 },
      ],
      people: [{ wishes: [{ day: at, want: 0, weight }] }, { off: [at] }],
      cover: Array.from({ length: 2 }, () => [{ min: 0, max: 1 }, { max: 1 }]),
      ...shared,
    },
  }
}

const solved = (problem: ReturnType<typeof roster>) => runJob(problem.heuristic!(random('0', 'h')), 1e6, 1000)

describe('roster', () => {
  test.each(problemPromises(roster, { twins }).slice(-1))('$promise', ({ check }) => check())

  const weekend = roster({
    days: ['sat', 'sun'],
    shifts: { day: {} },
    people: {
      ada: { wishes: [{ day: 'sun', want: 'off', weight: 3 }] },
      bob: {
        wishes: [
          { day: 'sun', want: 'off' },
          { avoid: 'off', day: 'sat' },
        ],
      },
    },
    cover: { day: 1 },
    maxInARow: 1,
  })

  test('one works Saturday, one Sunday: ada has Sunday off, so bob works then and has neither of his wishes', () => {
    const { out, bound } = solved(weekend as never)
    expect(out).toEqual({ roster: { ada: { sat: 'day', sun: 'off' }, bob: { sat: 'off', sun: 'day' } } })
    expect(weekend.cost(out as never)).toBe(2)
    expect(bound).toBe(2)
  })

  test('the rules are named with person and day', () => {
    const messages = (answer: object) => weekend.check(answer as never).map((v) => `${v.rule}: ${v.message}`)
    expect(messages({ roster: { ada: { sat: 'day', sun: 'day' }, bob: { sat: 'off', sun: 'off' } } })).toEqual([
      'days in a row: "ada" works 2 days in a row from "sat", at most 1 are allowed',
    ])
    expect(messages({ roster: { ada: { sat: 'off', sun: 'off' }, bob: { sat: 'off', sun: 'day' } } })).toEqual([
      'cover: "day" on "sat" has 0 people, fewer than 1',
    ])
  })

  test('cover that cannot be met is a wish with "shortage": two people short cost 2 · 2² = 8', () => {
    const problem = roster({
      days: ['mon'],
      shifts: { day: {} },
      people: { ada: { off: ['mon'] } },
      cover: { day: 2 },
      shortage: 2,
    })
    expect(problem.cost({ roster: { ada: { mon: 'off' } } })).toBe(8)
    expect(solved(problem as never).bound).toBe(8)
  })

  test('fairness: three shifts for two people of two days cost (1 − 2)² + (2 − 2)² = 1, or (2 − 2)² + (1 − 2)²', () => {
    const problem = roster({
      days: ['mon', 'tue'],
      shifts: { day: {} },
      people: { ada: {}, bob: {} },
      cover: { day: { min: 1 } },
      coverOn: { mon: { day: 2 } },
      fairness: 1,
    })
    const { out } = solved(problem as never)
    // Everybody both days is no more than cover allows: (2 − 2)² twice.
    expect(problem.cost(out as never)).toBe(0)
    expect(problem.cost({ roster: { ada: { mon: 'day', tue: 'off' }, bob: { mon: 'day', tue: 'day' } } })).toBe(1)
  })

  test('a point that leaves a shift empty is mended where somebody can take it', () => {
    const { decode, model } = weekend.build()
    expect(weekend.check(decode(new Float64Array(model.size)))).toEqual([])
  })
})

describe('a roster that cannot be', () => {
  const days = ['mon', 'tue'] as const
  const shifts = { e: { start: 6, end: 14 }, l: { start: 14, end: 23 } }
  const late = { skills: ['l'] as const }
  test.each([
    ['four shifts for three of one each', { ada: { ...late, max: 1 }, bob: { ...late, max: 1 }, cyd: { max: 1 } }],
    ['both early shifts for cyd, who works one', { ada: late, bob: late, cyd: { max: 1 } }],
  ])('%s: the status is infeasible, without a bound', async (_, people) => {
    const problem = roster({ days, shifts, rest: 11, cover: { e: 1, l: 1 }, people })
    const { status, bound, feasible } = await solve(problem, { solver: heuristic(), work: 1e6 })
    expect({ status, bound, feasible }).toEqual({ status: 'infeasible', bound: null, feasible: false })
    const { status: byDefault } = await solve(problem, { work: 1e6 })
    expect(byDefault).toBe('infeasible')
  })
})

describe('roster at the door', () => {
  const base = { days: ['mon'], shifts: { day: { start: 8, end: 16 } }, people: { ada: {} }, cover: { day: 1 } }
  test.each([
    [{ ...base, cover: { night: 1 } }, /shift "night" is not known/],
    [{ ...base, coverOn: { sun: { day: 1 } } }, /day "sun" is not known/],
    [{ ...base, days: ['mon', 'mon'] }, /NAME_INVALID.*day "mon" appears twice/],
    [{ ...base, shifts: { off: {} }, cover: {} }, /a shift is called "off"/],
    [{ ...base, cover: { day: 2 } }, /shift "day" on "mon" needs 2 people and 1 can work it/],
    [{ ...base, cover: { day: { min: 2, max: 1 } } }, /needs 2 people and may have 1/],
    [{ ...base, shifts: { day: {} }, rest: 11 }, /shift "day" has no start and end/],
    [{ ...base, people: { ada: { wishes: [{ day: 'mon' }] } } }, /neither or both of "want" and "avoid"/],
    [{ ...base, people: { ada: { skills: ['night'] } } }, /roster, people.ada.skills: .*Use one of the shifts "day"/],
    [{ ...base, people: { ada: { off: ['sun'] } } }, /roster, people.ada.off: day "sun".*Use one of the days "mon"/],
    [
      { ...base, people: { ada: { wishes: [{ want: 'day' }, { avoid: 'night' }] } } },
      /roster, people.ada.wishes.1: shift "night"/,
    ],
    [{ ...base, coverOn: { mon: { night: 1 } } }, /roster, coverOn.mon: shift "night"/],
    [{ ...base, forbidden: [['day', 'night']] }, /roster, forbidden.0: shift "night"/],
    [{ ...base, shifts: { day: { start: 50, end: 16 } } }, /roster, shifts.day: shift "day" starts at 50/],
    [{ ...base, people: { ada: { min: 2 } } }, /"ada" must work 2 shifts and can work 1/],
    [{ days: 1, shifts: [{}], people: [{}], cover: [] }, /"cover" has 0 days of 1/],
    [{ days: 1, shifts: [{}], people: [{ off: [3] }], cover: [[1]] }, /day 3 is not known/],
  ])('refuses %j', (input, message) => {
    expect(() => roster(input as never)).toThrow(message)
  })
})
