import { random } from '../../src/run/index.ts'
import { randomClauses } from '../generators/index.ts'
import { printCnf } from '../readers/dimacs-cnf.ts'
import type { Embedded } from './index.ts'

/** 20 variables, 91 clauses of three: at the threshold, where satisfiable formulas become rare. */
export const randomSat20: Embedded = {
  name: 'random-sat20',
  kind: 'sat',
  fileName: 'random-sat20.cnf',
  text: printCnf(randomClauses({ variables: 20, clauses: 91 }, random('random-sat20', 'instance'))),
  bestKnown: null,
  source: 'generated (randomClauses, seed "random-sat20")',
}
