import { random } from '../../src/run/index.ts'
import { networkData } from '../generators/index.ts'
import { printGobnilp } from '../readers/gobnilp.ts'
import type { Embedded } from './index.ts'

/** 200 rows of 10 variables drawn from a random network; its optimum is proven over all networks. */
export const network10: Embedded = {
  name: 'network10',
  kind: 'bayesianNetwork',
  fileName: 'network10.dat',
  text: printGobnilp(networkData({ variables: 10, parents: 3, states: 3, rows: 200 }, random('network10', 'instance'))),
  bestKnown: 1304.019350565467,
  source: 'generated (networkData, seed "network10"); optimum by the exact dynamic programme',
}
