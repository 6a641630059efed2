import { random } from '../../src/run/index.ts'
import { pairedKnapsack } from '../generators/index.ts'
import { printQuadraticKnapsack } from '../readers/quadratic-knapsack.ts'
import type { Embedded } from './index.ts'

/** Ten items, half of all pairs worth something together. */
export const pairs10: Embedded = {
  name: 'pairs10',
  kind: 'quadraticKnapsack',
  fileName: 'pairs10.txt',
  text: printQuadraticKnapsack(pairedKnapsack({ items: 10 }, random('pairs10', 'instance')), 'pairs10'),
  bestKnown: 1045,
  source: 'generated (pairedKnapsack, seed "pairs10"); the best of all 1,024 selections',
}
