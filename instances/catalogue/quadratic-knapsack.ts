import { type Known, table } from './table.ts'

/** Billionnet and Soutif, 100 to 300 items; up to 200 the values are proven in the literature. */
export const billionnetSoutif: readonly Known[] = table(
  {
    kind: 'quadraticKnapsack',
    sense: 'max',
    family: 'Billionnet–Soutif',
    source: 'Billionnet and Soutif 2004; values of Chen and Hao 2017 and before',
  },
  `
  jeu_100_100_1 81978?, jeu_100_100_3 225434, jeu_100_25_1 18558?, jeu_100_25_3 3752?, jeu_100_50_1 83742?,
  jeu_100_50_3 34006?, jeu_100_75_1 189137, jeu_100_75_3 62098, jeu_200_100_1 937149?, jeu_200_100_3 29367,
  jeu_200_25_1 204441, jeu_200_50_1 372097, jeu_200_50_3 227185?, jeu_200_75_1 442894?, jeu_200_75_3 61924?,
  jeu_300_25_1 29140, jeu_300_50_1 513379?, jeu_300_50_3 875788?
`,
)
