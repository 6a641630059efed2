import { type Known, table } from './table.ts'

/** G-set: rudy graphs; every value is a cut somebody found, none is proven. */
export const gset: readonly Known[] = table(
  {
    kind: 'maxCut',
    sense: 'max',
    family: 'G-set',
    source: 'G-set (Helmberg and Rendl 2000); cuts of Benlic and Hao 2013 and later',
  },
  `
  G1 11624, G2 11620, G3 11622, G6 2178, G11 564?, G14 3064?, G18 992?, G22 13359?, G27 3341?, G32 1410?,
  G35 7687?, G39 2408?, G43 6660, G48 6000, G51 3848?, G55 10299?, G57 3494?, G60 14190?, G63 27045?, G67 6950?,
  G70 9591?, G81 14060?
`,
  { G6: 'some tables say 2175; a cut of 2178 was checked', G81: 'some tables say 14048' },
)

/** Biq Mac library: small rudy graphs, solved to optimality. */
export const biqMacCuts: readonly Known[] = table(
  { kind: 'maxCut', sense: 'max', family: 'Biq Mac', source: 'Biq Mac Library (Wiegele 2007)' },
  `
  g05_60.0 536, g05_60.1 532, g05_60.2 529, g05_60.3 538, g05_60.4 527, g05_80.0 929, g05_80.1 941, g05_80.2 934,
  g05_80.3 923, g05_80.4 932, g05_100.0 1430, g05_100.1 1425, g05_100.2 1432, g05_100.3 1424, g05_100.4 1440,
  pm1d_80.0 227, pm1d_80.1 245, pm1d_80.2 284, pm1d_100.0 340, pm1d_100.1 324, pm1d_100.2 389, pm1s_80.0 79,
  pm1s_80.1 85, pm1s_80.2 82, pm1s_100.0 127, pm1s_100.1 126, pm1s_100.2 125, pw01_100.0 2019, pw01_100.1 2060,
  pw01_100.2 2032, pw05_100.0 8190, pw05_100.1 8045, pw05_100.2 8039, pw09_100.0 13585, pw09_100.1 13417,
  pw09_100.2 13461, w01_100.0 651, w01_100.1 719, w01_100.2 676, w05_100.0 1646, w05_100.1 1606, w05_100.2 1902,
  w09_100.0 2121, w09_100.1 2096, w09_100.2 2738
`,
)

/** Biq Mac library: Ising instances as cuts (2D and 3D tori, chains with decaying couplings). */
export const spinGlasses: readonly Known[] = table(
  {
    kind: 'maxCut',
    sense: 'max',
    family: 'Biq Mac Ising',
    source: 'Biq Mac Library (Wiegele 2007; Liers, Jünger, Reinelt and Rinaldi 2004)',
  },
  `
  ising2.5-100_5555 2460049, ising2.5-150_5555 4363532, ising2.5-200_5555 6294701, ising2.5-250_5555 7919449?,
  ising2.5-300_5555 8579363?, ising3.0-100_5555 2448189, ising3.0-150_5555 4279261, ising3.0-200_5555 6215531,
  ising3.0-250_5555 7823791?, ising3.0-300_5555 8493173?, t2g10_5555 6049461, t2g15_5555 15051133,
  t2g20_5555 24838942?, t3g5_5555 10933215, t3g6_5555 17434469, t3g7_5555 28302918
`,
)
