import { random } from '../../src/run/index.ts'
import { plantedRoster } from '../generators/index.ts'
import { printDocument } from '../readers/json.ts'
import type { Embedded } from './index.ts'

/** Seven people, seven days, three shifts. */
export const week7: Embedded = {
  name: 'week7',
  kind: 'roster',
  fileName: 'week7.json',
  bestKnown: 4,
  text: printDocument({
    problem: 'roster',
    name: 'week7',
    input: plantedRoster({ people: 7, days: 7 }, random('week7', 'instance')),
  }),
  source: 'generated (plantedRoster, seed "week7"); optimum proven by the domain method and by ilp',
}
