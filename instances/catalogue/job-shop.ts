import { type Known, table } from './table.ts'

/** The classic job shops as JSPLIB holds them (ft, la, abz, orb, swv, yn, ta); values of the literature. */
export const jobShops: readonly Known[] = table(
  { kind: 'jobShop', sense: 'min', family: 'JSPLIB', source: 'ScheduleOpt benchmarks, best known solutions' },
  `
  abz5 1234?, abz7 656?, abz9 678?, ft06 55?, ft10 930?, la01 666?, la03 597?, la05 593?, la07 890?, la09 951?,
  la11 1222?, la13 1150?, la15 1207?, la17 784?, la19 842?, la21 1046?, la23 1032?, la25 977?, la27 1235?,
  la29 1152?, la31 1784?, la33 1719?, la35 1888?, la37 1397?, la39 1233?, orb01 1059?, orb03 1005?, orb05 887?,
  orb07 397?, orb09 934?, swv01 1407?, swv03 1398?, swv05 1424?, swv07 1594?, swv09 1655?, swv11 2983?, swv13 3104?,
  swv15 2885?, swv17 2794?, swv19 2843?, ta01 1231?, ta03 1218?, ta05 1224?, ta07 1227?, ta09 1274?, ta11 1357?,
  ta13 1342?, ta15 1339?, ta17 1462?, ta19 1332?, ta21 1642?, ta23 1557?, ta25 1595?, ta27 1680?, ta29 1625?,
  ta31 1764?, ta33 1791?, ta35 2007?, ta37 1771?, ta39 1795?, ta41 2005?, ta43 1846?, ta45 1997?, ta47 1889?,
  ta49 1960?, ta51 2760?, ta53 2717?, ta55 2679?, ta57 2943?, ta59 2655?, ta61 2868?, ta63 2755?, ta65 2725?,
  ta67 2825?, ta69 3071?, ta71 5464?, ta73 5568?, ta75 5392?, ta77 5436?, ta79 5358?, yn1 884?, yn3 892?
`,
)
