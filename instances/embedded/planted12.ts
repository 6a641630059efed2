import { random } from '../../src/run/index.ts'
import { plantedFeatures } from '../generators/index.ts'
import { printDocument } from '../readers/json.ts'
import type { Embedded } from './index.ts'

/** 60 rows, 12 features, of which the first 3 tell the class and the next 3 repeat them; choose 3. */
export const planted12: Embedded = {
  name: 'planted12',
  kind: 'features',
  fileName: 'planted12.json',
  text: printDocument({
    problem: 'features',
    name: 'planted12',
    input: plantedFeatures(
      { rows: 60, informative: 3, redundant: 3, noise: 6, choose: 3 },
      random('planted12', 'instance'),
    ),
  }),
  bestKnown: null,
  source: 'generated (plantedFeatures, seed "planted12")',
}
