import { networkScores, networkTables } from './catalogue/bayesian-network.ts'
import { dimacsCliques } from './catalogue/clique.ts'
import { dimacsColourings } from './catalogue/colouring.ts'
import { taillardFlowShops } from './catalogue/flow-shop.ts'
import { qoblibSets } from './catalogue/independent-set.ts'
import { jobShops } from './catalogue/job-shop.ts'
import { pisinger } from './catalogue/knapsack.ts'
import { autocorrelations } from './catalogue/labs.ts'
import { biqMacCuts, gset, spinGlasses } from './catalogue/max-cut.ts'
import { qaplib } from './catalogue/quadratic-assignment.ts'
import { billionnetSoutif } from './catalogue/quadratic-knapsack.ts'
import { beasleyLarge, biqMacQubos } from './catalogue/qubo.ts'
import { satlib } from './catalogue/sat.ts'
import { beasleyCovers } from './catalogue/set-cover.ts'
import type { Known } from './catalogue/table.ts'
import { asymmetric, tsplib } from './catalogue/tsp.ts'
import { cvrplib, smallSetXsh } from './catalogue/vrp.ts'

export type { Known } from './catalogue/table.ts'

/** Best values of the standard instances that can be read here. Only values: the files are fetched from their homes. */
export const catalogue: readonly Known[] = [
  ...networkTables,
  ...networkScores,
  ...gset,
  ...biqMacCuts,
  ...spinGlasses,
  ...biqMacQubos,
  ...beasleyLarge,
  ...tsplib,
  ...asymmetric,
  ...cvrplib,
  ...smallSetXsh,
  ...qaplib,
  ...pisinger,
  ...billionnetSoutif,
  ...taillardFlowShops,
  ...jobShops,
  ...autocorrelations,
  ...satlib,
  ...beasleyCovers,
  ...dimacsColourings,
  ...dimacsCliques,
  ...qoblibSets,
]

const byName = new Map(catalogue.map((known) => [`${known.kind} ${known.name.toLowerCase()}`, known]))

/** What is known of an instance by its name, letter case aside; null when nothing is. */
export function bestKnownOf(kind: string, name: string): Known | null {
  return byName.get(`${kind} ${name.toLowerCase()}`) ?? null
}
