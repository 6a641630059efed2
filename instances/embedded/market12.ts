import { random } from '../../src/run/index.ts'
import { factorMarket } from '../generators/index.ts'
import { printDocument } from '../readers/json.ts'
import type { Embedded } from './index.ts'

/** 12 assets that move with three factors; at most 3 are held. The least variance is proven. */
export const market12: Embedded = {
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
