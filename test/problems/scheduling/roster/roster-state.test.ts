import { expect, test } from 'vitest'
import { plantedRoster } from '../../../../instances/generators/index.ts'
import { checkRoster, rosterCost, rosterOf } from '../../../../problems/scheduling/roster/roster-check.ts'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'
import type { RosterInput } from '../../../../problems/scheduling/roster/roster-input.ts'
import { applyOption, applySwap, maySwap, rosterState } from '../../../../problems/scheduling/roster/roster-state.ts'
import { random } from '../../../../src/run/index.ts'

const variants: Partial<RosterInput>[] = [{}, { shortage: 2, fairness: 1 }, { surplus: 3, rest: 40, maxInARow: 2 }]

test.each(variants)('after any moves, with %j, it counts broken rules and cost as check and cost do', (variant) => {
  const chance = random('0', 'moves')
  const data = rosterSchema.parse({ ...plantedRoster({ people: 5, days: 7 }, chance), ...variant } as RosterInput)
  const state = rosterState(data, new Uint16Array(35))
  const change = { broken: 0, cost: 0 }
  for (let k = 0; k < 200; k++) {
    const [person, other, day] = [chance.below(5), chance.below(5), chance.below(7)]
    if (k % 2 === 0) applyOption(state, person, day, chance.below(4), change)
    else if (person !== other && maySwap(state, person, other, day, 7)) applySwap(state, person, other, day, 7, change)
    const violations = checkRoster(data, rosterOf(data, state.rows))
    expect(state.broken).toBe(violations.reduce((sum, v) => sum + v.amount, 0))
    expect(state.cost).toBeCloseTo(rosterCost(data, state.rows), 9)
  }
})
