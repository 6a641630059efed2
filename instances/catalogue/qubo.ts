import { type Known, table } from './table.ts'

/** Biq Mac library: Beasley (bqp), Glover–Kochenberger–Alidaee (gka), Billionnet–Elloumi (be); minimised, as `.sparse` files are. */
export const biqMacQubos: readonly Known[] = table(
  { kind: 'qubo', sense: 'min', family: 'Biq Mac', source: 'Biq Mac Library (Wiegele 2007)' },
  `
  be100.1 -19412, be100.3 -17565, be120.3.1 -13067, be120.3.3 -12418, be120.8.1 -18691, be120.8.3 -19302,
  be150.3.1 -18889, be150.3.3 -17314, be150.8.1 -27089, be150.8.3 -29438, be200.3.1 -25453, be200.3.3 -28023,
  be200.8.1 -48534, be200.8.3 -43207, be250.1 -24076, be250.3 -22923, bqp50-1 -2098, bqp50-3 -4626, bqp50-5 -4012,
  bqp50-7 -4520, bqp50-9 -3780, bqp100-1 -7970, bqp100-3 -12723, bqp100-5 -9083, bqp100-7 -10125, bqp100-9 -11455,
  bqp250-1 -45607, bqp250-3 -49037, bqp250-5 -47961, bqp250-7 -46757, bqp250-9 -48916, bqp500-1 -116586,
  bqp500-2 -128339?, bqp500-3 -130812, bqp500-5 -125487, bqp500-7 -122201, bqp500-9 -120798, gka1a -3414,
  gka1b -133, gka1c -5058, gka1d -6333, gka1e -16464, gka1f -61194, gka3a -6037, gka3b -118, gka3c -6665,
  gka3d -9261, gka3e -25243, gka3f -138035, gka5a -5737, gka5b -150, gka5c -7362, gka5d -11626, gka5e -35154,
  gka5f -190507, gka7a -4541, gka7b -160, gka7c -7225, gka7d -14476, gka9b -137, gka9d -15656
`,
  { 'bqp500-2': 'two lists say -128223' },
)

/** Beasley, 1000 variables, as qbsolv files that are maximised. */
export const beasleyLarge: readonly Known[] = table(
  { kind: 'qubo', sense: 'max', family: 'Beasley', source: 'OR-Library (Beasley 1998), files of qbsolv' },
  `
  bqp1000_1 371438, bqp1000_3 371236, bqp1000_5 352760, bqp1000_7 371193, bqp1000_9 349337
`,
)
