import { type Known, table } from './table.ts'

/** CVRPLIB sets A, B, E, F, M, P and X; distances EUC_2D rounded to the nearest whole number, free fleet. */
export const cvrplib: readonly Known[] = table(
  { kind: 'vrp', sense: 'min', family: 'CVRPLIB', source: 'CVRPLIB (Uchoa et al. 2017), as of December 2024' },
  `
  A-n32-k5 784, A-n33-k6 742, A-n36-k5 799, A-n37-k6 949?, A-n39-k5 822, A-n44-k6 937, A-n45-k7 1146,
  A-n48-k7 1073, A-n54-k7 1167, A-n60-k9 1354, A-n62-k8 1288, A-n63-k9 1616, A-n65-k9 1174, A-n80-k10 1763,
  B-n31-k5 672, B-n35-k5 955, B-n39-k5 549, B-n43-k6 742, B-n45-k5 751, B-n50-k7 741, B-n51-k7 1032, B-n56-k7 707,
  B-n57-k9 1598, B-n64-k9 861, B-n67-k10 1032, B-n78-k10 1221, E-n13-k4 247, E-n23-k3 569, E-n31-k7 379,
  E-n51-k5 521, E-n76-k8 735, E-n76-k14 1021, E-n101-k14 1067, F-n72-k4 237?, F-n135-k7 1162?, M-n101-k10 820?,
  M-n151-k12 1015?, M-n200-k17 1275?, P-n19-k2 212, P-n21-k2 211, P-n22-k8 603, P-n40-k5 458, P-n50-k8 631,
  P-n50-k10 696?, P-n55-k7 568, P-n55-k8 576?, P-n55-k10 694, P-n60-k10 744, P-n65-k10 792, P-n76-k4 593,
  P-n101-k4 681, X-n101-k25 27591, X-n110-k13 14971, X-n120-k6 13332, X-n129-k18 28940, X-n143-k7 15700,
  X-n157-k13 16876, X-n172-k51 45607, X-n186-k15 24145, X-n200-k36 58578, X-n219-k73 117595, X-n233-k16 19230,
  X-n256-k16 18839, X-n275-k28 21245, X-n303-k21 21736, X-n331-k15 31102, X-n367-k17 22814, X-n401-k29 66154,
  X-n449-k29 55233, X-n502-k39 69226, X-n573-k30 50673, X-n641-k35 63684, X-n783-k48 72386, X-n1001-k43 72355
`,
  {
    'P-n55-k8': 'free fleet; 588 with exactly 8 routes',
    'P-n50-k10': 'a tour of 697 was checked',
    'E-n101-k14': 'the file itself says 1071',
  },
)

/** QOBLIB: 20 customers each, solved to optimality for exactly 4 vehicles. */
export const smallSetXsh: readonly Known[] = table(
  { kind: 'vrp', sense: 'min', family: 'XSH', source: 'Queiroga and Uchoa 2024, in QOBLIB' },
  `
  XSH-n20-k4-01 646, XSH-n20-k4-05 702, XSH-n20-k4-09 707, XSH-n20-k4-13 628, XSH-n20-k4-17 605, XSH-n20-k4-21 842,
  XSH-n20-k4-25 462, XSH-n20-k4-29 658, XSH-n20-k4-33 568, XSH-n20-k4-37 650, XSH-n20-k4-41 736,
  XSH-n20-k4-45 1071, XSH-n20-k4-49 1045, XSH-n20-k4-53 967
`,
).map((known) => ({ ...known, vehicles: 4 }))
