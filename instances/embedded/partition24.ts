import { random } from '../../src/run/index.ts'
import { uniformNumbers } from '../generators/index.ts'
import { printDocument } from '../readers/json.ts'
import type { Embedded } from './index.ts'

/** 24 numbers of 20 bits. */
export const partition24: Embedded = {
  name: 'partition24',
  kind: 'numberPartition',
  fileName: 'partition24.json',
  text: printDocument({
    problem: 'numberPartition',
    name: 'partition24',
    input: uniformNumbers({ count: 24, bits: 20 }, random('partition24', 'instance')),
  }),
  bestKnown: null,
  source: 'generated (uniformNumbers, seed "partition24")',
}
