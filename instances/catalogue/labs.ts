import { type Known, table } from './table.ts'

/** Low autocorrelation sequences by length: all proven optimal. */
export const autocorrelations: readonly Known[] = table(
  { kind: 'labs', sense: 'min', family: 'LABS', source: 'Packebusch and Mertens 2016; sequences of QOBLIB' },
  `
  labs3 1, labs4 2, labs5 2, labs6 7, labs7 3, labs8 8, labs9 12, labs10 13, labs11 5, labs12 10, labs13 6, labs14 19,
  labs15 15, labs16 24, labs17 32, labs18 25, labs19 29, labs20 26, labs21 26, labs22 39, labs23 47, labs24 36,
  labs25 36, labs26 45, labs27 37, labs28 50, labs29 62, labs30 59, labs31 67, labs32 64, labs33 64, labs34 65,
  labs35 73, labs36 82, labs37 86, labs38 87, labs39 99, labs40 108, labs41 108, labs42 101?, labs43 109, labs44 122?,
  labs45 118, labs46 131?, labs47 135, labs48 140?, labs49 136, labs50 153?, labs51 153, labs52 166?, labs53 170,
  labs54 175?, labs55 171, labs56 192?, labs57 188, labs58 197?, labs59 205, labs60 218?, labs61 226?, labs62 235?,
  labs63 207?, labs64 208?, labs65 240?, labs66 257?
`,
)
