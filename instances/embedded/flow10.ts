import { random } from '../../src/run/index.ts'
import { uniformFlowShop } from '../generators/index.ts'
import { printTaillard } from '../readers/taillard.ts'
import type { Embedded } from './index.ts'

/** 10 jobs on 5 machines. */
export const flow10: Embedded = {
  name: 'flow10',
  kind: 'flowShop',
  fileName: 'flow10.fsp',
  bestKnown: 729,
  text: printTaillard(uniformFlowShop({ jobs: 10, machines: 5 }, random('flow10', 'instance'))),
  source: 'generated (uniformFlowShop, seed "flow10"); optimum by enumeration of all orders',
}
