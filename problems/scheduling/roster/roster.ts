import { defineProblem, type Problem, type ProblemFactory } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { drawRoster } from './draw-roster.ts'
import { checkRoster, type Roster, rosterCost, rosterOf, rowsOf } from './roster-check.ts'
import { type RosterData, rosterSchema } from './roster-data.ts'
import type { BulkRoster, NamedRoster, RosterInput } from './roster-input.ts'
import { mendRows } from './roster-mend.ts'
import { buildRoster, type RosterLayout, readRows, writeRows } from './roster-model.ts'
import { rosterSearch } from './roster-search.ts'

interface RosterFactory extends ProblemFactory<RosterInput, Roster> {
  <const P extends string, const D extends string, const S extends string>(
    input: NamedRoster<P, D, S>,
  ): Problem<Roster<P, D, S>>
  (input: BulkRoster): Problem<Roster<number, number, number>>
}

/**
 * Who works which shift on which day. Rules: at most one shift per person and day; enough and not too many people per
 * shift (`cover`); skills and days off; hours of `rest` and `forbidden` successions; at most `maxInARow` days of work;
 * `min` and `max` shifts in all. Cost: the weights of all unmet wishes, shortage · k² and surplus · k² for cover missed
 * by k people where these weights make cover a wish, and fairness · (shifts − share)² per person.
 *
 * Model: per person and day one choice among off and the shifts allowed (skills and days off leave options out). Wishes are
 * linear terms of the objective. Rest: at most one of two bits, for every forbidden pair. Cover: a count of bits, with a
 * weight where it is a wish. Days in a row: one day off in any maxInARow + 1. Totals and fairness: the count of days off.
 * Heuristic: each day staffed alone, exactly (a bound, and the start), then annealing over changes and exchanges beside a
 * Lagrangian relaxation, whose bound proves many an answer.
 */
export const roster = defineProblem({
  name: 'roster',
  summary: 'who works which shift on which day, with as many wishes met as can be',
  sense: 'min',
  schema: rosterSchema,
  build: buildRoster,
  terms: ({ people, days, options, maxInARow }: RosterData) =>
    people.length * days.length * (options * options + (maxInARow[0] ?? 0) + 4),
  decode: (data: RosterData, layout: RosterLayout, point) => {
    const cells = data.people.length * data.days.length
    return rosterOf(data, mendRows(data, readRows(data, layout, point, cells)))
  },
  encode: (data, layout, answer) =>
    checkRoster(data, answer).length > 0 ? null : writeRows(data, layout, rowsOf(data, answer)),
  check: checkRoster,
  cost: (data, answer) => rosterCost(data, rowsOf(data, answer)),
  heuristic: (data, random) => mapFinds(rosterSearch(data, random), (found) => rosterOf(data, found)),
  draw: (data, answer) => drawRoster(data, rowsOf(data, answer)),
  tiny,
}) as unknown as RosterFactory

function tiny(random: Random): RosterInput {
  const isSoft = random.below(3) === 0
  const names = isSoft ? ['ada', 'bob'] : ['ada', 'bob', 'cyd']
  const days = ['mon', 'tue'] as const
  const options = ['early', 'late', 'off'] as const
  const wish = () => ({ day: days[random.below(2)], want: options[random.below(3)], weight: 1 + random.below(3) })
  const people = names.map((name, p) => [
    name,
    {
      wishes: [wish(), { avoid: options[random.below(2)] }],
      ...(p === 0 ? { max: 1 } : {}),
      ...(p === 1 && random.below(2) === 0 ? { skills: ['early' as const] } : {}),
    },
  ])
  return {
    days,
    shifts: { early: { start: 6, end: 14 }, late: { start: 14, end: 22 } },
    people: Object.fromEntries(people),
    cover: { early: 1, late: { max: 1 } },
    rest: 10,
    ...(isSoft ? { shortage: 2 } : {}),
    ...(random.below(2) === 0 ? { fairness: 1 } : {}),
  }
}
