import { printDocument } from '../readers/json.ts'
import type { Embedded } from './index.ts'

/** 27 elements: the least energy is 37, a merit factor of 9.85. */
export const labs27: Embedded = {
  name: 'labs27',
  kind: 'labs',
  fileName: 'labs27.json',
  text: printDocument({ problem: 'labs', name: 'labs27', input: { length: 27 } }),
  bestKnown: 37,
  source: 'Golay 1977; proven by enumeration',
}
