import { random } from '../../src/run/index.ts'
import { correlatedKnapsack } from '../generators/index.ts'
import { printKnapsackText } from '../readers/knapsack.ts'
import type { Embedded } from './index.ts'

/** Sixteen items, strongly correlated: a tenth of the range more worth than heavy. */
export const sack16: Embedded = {
  name: 'sack16',
  kind: 'knapsack',
  fileName: 'sack16.kp',
  text: printKnapsackText(correlatedKnapsack({ items: 16, range: 100 }, random('sack16', 'instance'))),
  bestKnown: 513,
  source: 'generated (correlatedKnapsack, seed "sack16"); the best of all 65,536 selections',
}
