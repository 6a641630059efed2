import { random } from '../../src/run/index.ts'
import { tripletBins } from '../generators/index.ts'
import { printBpplib } from '../readers/bin-packing.ts'
import type { Embedded } from './index.ts'

/** Twelve items that fill four bins to the brim, three in each. */
export const triplets12: Embedded = {
  name: 'triplets12',
  kind: 'binPacking',
  fileName: 'triplets12.bpp',
  text: printBpplib(tripletBins({ bins: 4 }, random('triplets12', 'instance'))),
  bestKnown: 4,
  source: 'generated (tripletBins, seed "triplets12"), four bins by construction',
}
