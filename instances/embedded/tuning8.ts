import { random } from '../../src/run/index.ts'
import { randomTuning } from '../generators/index.ts'
import { printDocument } from '../readers/json.ts'
import type { Embedded } from './index.ts'

/** 8 parameters of 4 values, half of the pairs with scores. The least total is proven. */
export const tuning8: Embedded = {
  name: 'tuning8',
  kind: 'hyperparameters',
  fileName: 'tuning8.json',
  text: printDocument({
    problem: 'hyperparameters',
    name: 'tuning8',
    input: randomTuning({ parameters: 8, values: 4 }, random('tuning8', 'instance')),
  }),
  bestKnown: -769,
  source: 'generated (randomTuning, seed "tuning8")',
}
