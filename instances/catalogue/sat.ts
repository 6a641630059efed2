import { type Known, table } from './table.ts'

/** SATLIB, uniform random 3-SAT: all are satisfiable, so nothing stays unsatisfied. */
export const satlib: readonly Known[] = table(
  {
    kind: 'sat',
    sense: 'min',
    family: 'SATLIB',
    source: 'SATLIB, uniform random 3-SAT (Hoos and Stützle 2000); filtered to be satisfiable',
  },
  `
  uf20-01 0, uf20-03 0, uf20-05 0, uf20-07 0, uf20-09 0, uf20-011 0, uf50-01 0, uf75-01 0, uf100-01 0, uf100-03 0,
  uf100-05 0, uf100-012 0, uf100-0100 0, uf100-0101 0, uf100-0103 0, uf100-0105 0, uf100-0107 0, uf100-0109 0,
  uf100-0110 0, uf100-0112 0, uf100-0114 0, uf100-0116 0, uf100-0118 0, uf100-0121 0, uf100-0123 0, uf100-0125 0,
  uf100-0127 0, uf100-0129 0, uf150-02 0, uf200-01 0, uf200-05 0, uf200-07 0, uf200-09 0
`,
)
