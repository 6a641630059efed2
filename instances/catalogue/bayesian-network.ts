import type { Known } from './table.ts'

const shared = { kind: 'bayesianNetwork', sense: 'min', confirmed: true, score: 'bic' } as const

/** `name value` pairs: negated BIC scores, rounded up in the ninth place. */
const proven = (family: string, source: string, pairs: string): readonly Known[] =>
  pairs.split(',').map((pair) => {
    const [name, value] = pair.trim().split(' ')
    return { name, ...shared, family, source, bestKnown: Number.parseFloat(value) }
  })

const programme = 'own exact dynamic programme over all networks'

/** Structure learning by BIC: rows drawn from networks of the bnlearn repository, and tables of eBNSL and Sachs et al. */
export const networkTables: readonly Known[] = [
  ...proven(
    'bnlearn samples',
    programme,
    `asia_500 1187.875282255, asia_5000 11340.690611539, child_500 6625.741969279, sachs_500 3959.182777465,
     sachs_5000 36774.944283779, survey_500 2029.1923064, survey_5000 19768.416857263, child_5000 61834.436854215`,
  ),
  ...proven('eBNSL', programme, 'eBNSL_zoo 612.261239328, eBNSL_voting 4642.631029712'),
  ...proven('Sachs et al. 2005', programme, 'sachs 40297.004429084'),
  ...proven('GOBNILP', programme, 'asia_10000 22481.351914346'),
]

/** Listed local scores; the sum of the best choice, negated. */
export const networkScores: readonly Known[] = [
  {
    name: 'asia_10000.dat.3',
    kind: 'bayesianNetwork',
    family: 'GOBNILP',
    sense: 'min',
    bestKnown: 22466.396546491,
    confirmed: true,
    source: 'own exact dynamic programme over the listed parent sets',
  },
]
