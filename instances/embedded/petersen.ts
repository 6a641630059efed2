import type { Embedded } from './index.ts'

/** The Petersen graph: 10 nodes, 15 edges, of which a cut takes at most 12. */
export const petersen: Embedded = {
  name: 'petersen',
  kind: 'maxCut',
  fileName: 'petersen.mc',
  bestKnown: 12,
  source: 'Petersen 1898',
  text: `10 15
1 2 1
2 3 1
3 4 1
4 5 1
5 1 1
6 8 1
7 9 1
8 10 1
9 6 1
10 7 1
1 6 1
2 7 1
3 8 1
4 9 1
5 10 1
`,
}
