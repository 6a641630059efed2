import { type Known, table } from './table.ts'

/** Taillard's permutation flow shops: 20 to 200 jobs on 5 to 20 machines. */
export const taillardFlowShops: readonly Known[] = table(
  {
    kind: 'flowShop',
    sense: 'min',
    family: 'Taillard flow shop',
    source: 'Taillard 1993, summary of best known values',
  },
  `
  Ta001 1278, Ta003 1081, Ta005 1235, Ta011 1582, Ta013 1496, Ta015 1419, Ta021 2297, Ta023 2326, Ta025 2291,
  Ta031 2724, Ta033 2621, Ta035 2863, Ta041 2991, Ta043 2839?, Ta045 2976?, Ta051 3846?, Ta053 3640?, Ta055 3610?,
  Ta061 5493, Ta063 5175, Ta065 5250, Ta071 5770, Ta073 5676, Ta075 5467, Ta081 6134?, Ta083 6252?, Ta085 6270?,
  Ta091 10862, Ta093 10922, Ta095 10524, Ta101 11158?, Ta103 11281?, Ta105 11259?
`,
)
