import { random } from '../../src/run/index.ts'
import { factorMarket, plantedFeatures, randomTuning } from '../generators/index.ts'
import { printDocument } from '../readers/json.ts'
import { burma14 } from './burma14.ts'
import { cover20 } from './cover20.ts'
import { eN13K4 } from './e-n13-k4.ts'
import { flow10 } from './flow10.ts'
import { ft06 } from './ft06.ts'
import { gr17 } from './gr17.ts'
import { grid6 } from './grid6.ts'
import { labs27 } from './labs27.ts'
import { lattice16 } from './lattice16.ts'
import { myciel3 } from './myciel3.ts'
import { network10 } from './network10.ts'
import { pairs10 } from './pairs10.ts'
import { partition10 } from './partition10.ts'
import { partition24 } from './partition24.ts'
import { petersen } from './petersen.ts'
import { randomSat20 } from './random-sat20.ts'
import { readme } from './readme.ts'
import { sack16 } from './sack16.ts'
import { triplets12 } from './triplets12.ts'
import { week7 } from './week7.ts'

/** An instance that travels with the package, as the text of its file. */
export interface Embedded {
  readonly name: string
  /** The problem's name. */
  readonly kind: string
  /** The name its file would have. */
  readonly fileName: string
  readonly text: string
  readonly bestKnown: number | null
  readonly source: string
}

/** 60 rows, 12 features, of which the first 3 tell the class and the next 3 repeat them; choose 3. */
const planted: Embedded = {
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

/** 12 assets that move with three factors; at most 3 are held. The least variance is proven. */
const market: Embedded = {
  name: 'market12',
  kind: 'portfolio',
  fileName: 'market12.json',
  text: printDocument({
    problem: 'portfolio',
    name: 'market12',
    input: factorMarket({ assets: 12, hold: 3, return: 0.004 }, random('market12', 'instance')),
  }),
  bestKnown: 0.000425008224301231,
  source: 'generated (factorMarket, seed "market12")',
}

/** 8 parameters of 4 values, half of the pairs with scores. The least total is proven. */
const tuning: Embedded = {
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

export const embedded: readonly Embedded[] = [
  burma14,
  cover20,
  eN13K4,
  ft06,
  flow10,
  gr17,
  grid6,
  labs27,
  lattice16,
  market,
  myciel3,
  network10,
  pairs10,
  partition10,
  partition24,
  petersen,
  planted,
  randomSat20,
  readme,
  sack16,
  triplets12,
  week7,
  tuning,
]
