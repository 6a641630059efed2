import { type Known, table } from './table.ts'

/** QAPLIB: every value is that of a published permutation, evaluated; those above size 40 are mostly not proven. */
export const qaplib: readonly Known[] = table(
  {
    kind: 'quadraticAssignment',
    sense: 'min',
    family: 'QAPLIB',
    source: 'QAPLIB (Burkard, Karisch and Rendl 1997), solution files',
  },
  `
  bur26a 5426670, chr12a 9552, chr15a 9896, chr20a 2192, esc16a 68, esc32e 2, had12 1652, had16 3720, had20 6922,
  kra30a 88900, lipa20a 3683, lipa40a 31538, nug12 578, nug15 1150, nug17 1732, nug20 2570, nug22 3596,
  nug25 3744, nug28 5166, rou12 235528, rou20 725522, scr12 31410, scr20 110030, sko42 15812, sko56 34458,
  ste36a 9526, tai100a 21052466, tai12a 224416, tai17a 491812, tai20a 703482, tai20b 122455319, tai25a 1167256,
  tai30a 1818146, tai30b 637117113, tai40a 3139370, tai50a 4938796, tai80a 13499184, tho30 149936, wil50 48816
`,
)
