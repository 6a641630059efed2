import { type Known, table } from './table.ts'

/** QOBLIB's independent sets; every value has a solution file that was checked. */
export const qoblibSets: readonly Known[] = table(
  { kind: 'independentSet', sense: 'max', family: 'QOBLIB', source: 'QOBLIB 07-independentset (Koch et al. 2025)' },
  `
  aves-sparrow-social 13, brock400_1 27, C125.9 34, chesapeake 17, es60fst02 88, es60fst04 78, football 16,
  frb50-23-3 50, gen200_p0-9_44 44, ibm32 13, insecta-ant-colony3-day09 9, keller4 11, R_1000_005_1 117,
  sloane_1dc_128 16, sloane_1zc_128 18, socfb-haverford76 282, sorrell7 198
`,
)
