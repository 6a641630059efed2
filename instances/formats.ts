import type { InstanceFormat } from './format.ts'
import { bif } from './readers/bif.ts'
import { bpplib, orLibraryBins } from './readers/bin-packing.ts'
import { biqMac } from './readers/biq-mac.ts'
import { csv } from './readers/csv.ts'
import { csvNetwork } from './readers/csv-network.ts'
import { dimacsCnf } from './readers/dimacs-cnf.ts'
import { dimacsGraphs } from './readers/dimacs-graph.ts'
import { gobnilp } from './readers/gobnilp.ts'
import { jkl } from './readers/jkl.ts'
import { json } from './readers/json.ts'
import { jsplib } from './readers/jsplib.ts'
import { knapsackText, pisinger } from './readers/knapsack.ts'
import { orLibraryCover } from './readers/or-library-cover.ts'
import { port } from './readers/port.ts'
import { qaplib } from './readers/qaplib.ts'
import { qbsolv } from './readers/qbsolv.ts'
import { quadraticKnapsackText } from './readers/quadratic-knapsack.ts'
import { rudy, rudyGraphs } from './readers/rudy.ts'
import { taillard } from './readers/taillard.ts'
import { tsplib } from './readers/tsplib.ts'
import { vrplib } from './readers/vrplib.ts'

/** Every format that can be read, in the order they are asked. */
export const formats: readonly InstanceFormat[] = [
  json,
  dimacsCnf,
  orLibraryCover,
  ...dimacsGraphs,
  tsplib,
  vrplib,
  qbsolv,
  rudy,
  ...rudyGraphs,
  biqMac,
  csv,
  csvNetwork,
  jkl,
  bif,
  port,
  qaplib,
  gobnilp,
  pisinger,
  knapsackText,
  orLibraryBins,
  bpplib,
  quadraticKnapsackText,
  taillard,
  jsplib,
]
