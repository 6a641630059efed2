import { random } from '../../src/run/index.ts'
import { randomCover } from '../generators/index.ts'
import { printCover } from '../readers/or-library-cover.ts'
import type { Embedded } from './index.ts'

/** 20 elements, 30 sets of about a tenth each. */
export const cover20: Embedded = {
  name: 'cover20',
  kind: 'setCover',
  fileName: 'cover20.scp',
  text: printCover(randomCover({ elements: 20, sets: 30, density: 0.1 }, random('cover20', 'instance'))),
  bestKnown: null,
  source: 'generated (randomCover, seed "cover20")',
}
