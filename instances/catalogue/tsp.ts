import { type Known, table } from './table.ts'

/** TSPLIB 95, symmetric; all are proven optima of the literature. */
export const tsplib: readonly Known[] = table(
  { kind: 'tsp', sense: 'min', family: 'TSPLIB', source: 'TSPLIB 95 (Reinelt 1991), list of optimal tours' },
  `
  a280 2579?, att48 10628?, bayg29 1610?, berlin52 7542?, burma14 3323?, ch130 6110?, d198 15780?, d1291 50801,
  dantzig42 699?, eil51 426?, eil76 538?, gr17 2085?, gr24 1272?, kroA100 21282?, kroA150 26524?, kroA200 29368?,
  kroC100 20749?, lin105 14379?, lin318 42029?, pcb1173 56892, pr439 107217?, pr1002 259045, pr2392 378032,
  rat575 6773?, rl1304 252948, st70 675?, u724 41910?, ulysses16 6859?
`,
)

/** TSPLIB 95, asymmetric. */
export const asymmetric: readonly Known[] = table(
  { kind: 'tsp', sense: 'min', family: 'TSPLIB ATSP', source: 'TSPLIB 95 (Reinelt 1991), list of optimal tours' },
  `
  br17 39?, ft53 6905?, ftv33 1286?, ftv38 1530?, ftv55 1608?, ftv70 1950?, ry48p 14422?
`,
)
