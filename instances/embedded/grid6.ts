import { random } from '../../src/run/index.ts'
import { gridAssignment } from '../generators/index.ts'
import { printQaplib } from '../readers/qaplib.ts'
import type { Embedded } from './index.ts'

/** Six facilities on a grid of 2 × 3 places. */
export const grid6: Embedded = {
  name: 'grid6',
  kind: 'quadraticAssignment',
  fileName: 'grid6.dat',
  text: printQaplib(gridAssignment({ rows: 2, columns: 3 }, random('grid6', 'instance'))),
  bestKnown: 148,
  source: 'generated (gridAssignment, seed "grid6"); the best of all 720 orders',
}
