import { random } from '../../src/run/index.ts'
import { plantedRoster } from '../generators/index.ts'
import { printDocument } from '../readers/json.ts'
import type { Embedded } from './index.ts'

/** Six people, seven days, three shifts. */
export const week6: Embedded = {
  name: 'week6',
  kind: 'roster',
  fileName: 'week6.json',
  bestKnown: 2,
  text: printDocument({
    problem: 'roster',
    name: 'week6',
    input: plantedRoster({ people: 6, days: 7 }, random('week6', 'instance')),
  }),
  source: 'generated (plantedRoster, seed "week6"); optimum by the bound of days staffed alone',
}
