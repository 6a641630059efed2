/** What the showcase shows: an instance, the solvers to compare on it, and the time each may take. */
export interface Exhibit {
  readonly file: string
  /** Travels with the package; the others need a folder of standard instances. */
  readonly embedded: boolean
  readonly solvers: readonly string[]
  readonly timeLimitMs: number
  readonly as?: string
  readonly set?: Readonly<Record<string, string>>
}

const inside = (file: string, ...solvers: string[]): Exhibit => ({ file, embedded: true, solvers, timeLimitMs: 500 })
const standard = (file: string, solvers: string[], more: Partial<Exhibit> = {}): Exhibit => ({
  file,
  embedded: false,
  solvers,
  timeLimitMs: 3000,
  ...more,
})

export const exhibits: readonly Exhibit[] = [
  { ...inside('petersen', 'auto', 'anneal', 'qaoa(depth=3)', 'ilp'), timeLimitMs: 1000 },
  inside('gr17', 'auto', 'anneal'),
  inside('burma14', 'auto', 'anneal'),
  inside('readme', 'auto', 'byParts(anneal)', 'anneal'),
  inside('E-n13-k4', 'auto', 'byParts(anneal)'),
  inside('ft06', 'auto', 'anneal'),
  inside('flow10', 'auto'),
  inside('week7', 'auto', 'anneal', 'ilp'),
  inside('planted12', 'auto', 'anneal', 'ilp'),
  inside('market12', 'auto', 'anneal'),
  inside('tuning8', 'auto', 'anneal'),
  inside('network10', 'auto', 'anneal', 'ilp'),
  inside('myciel3', 'auto', 'anneal', 'tabu', 'ilp'),
  inside('cover20', 'auto', 'anneal', 'ilp'),
  inside('random-sat20', 'auto', 'anneal', 'tabu'),
  inside('grid6', 'auto', 'anneal', 'exact'),
  inside('sack16', 'auto', 'anneal', 'ilp'),
  inside('pairs10', 'auto', 'anneal', 'ilp'),
  inside('triplets12', 'auto', 'ilp'),
  inside('partition24', 'auto', 'anneal'),
  inside('labs27', 'auto', 'anneal'),
  inside('partition10', 'auto', 'tabu', 'qaoa(depth=2)', 'ilp'),
  inside('lattice16', 'auto', 'anneal', 'exact'),
  standard('maxcut/gset/G1.txt', ['auto', 'tabu', 'anneal'], { as: 'maxCut' }),
  standard('qubo/beasley/bqp250-1.sparse', ['tabu', 'anneal']),
  standard('tsp/berlin52.tsp', ['auto', 'anneal']),
  standard('cvrp/A/A-n32-k5.vrp', ['auto', 'byParts(anneal)']),
  standard('features/wine.csv', ['auto', 'ilp'], { as: 'features', set: { choose: '5', header: 'no' } }),
]

/** One instance of every problem family, for the comparison of solvers at equal time. */
export const families: readonly Exhibit[] = [
  standard('tsp/berlin52.tsp', []),
  standard('cvrp/A/A-n32-k5.vrp', []),
  standard('jobshop/ft10', []),
  standard('flowshop/taillard/Ta001.txt', []),
  inside('week7'),
  standard('features/wine.csv', [], { as: 'features', set: { choose: '5', header: 'no' } }),
  standard('portfolio/port1.txt', [], { as: 'portfolio', set: { hold: '5', return: '0.0048014128' } }),
  inside('tuning8'),
  standard('bn/data/asia_500.csv', [], { as: 'bayesianNetwork' }),
  standard('maxcut/gset/G1.txt', [], { as: 'maxCut' }),
  standard('coloring/DSJC125.1.col', []),
  standard('mis/keller4.gph', []),
  standard('clique/C125.9.clq', []),
  standard('clique/hamming8-4.clq', [], { as: 'vertexCover' }),
  standard('maxcut/gset/G14.txt', [], { as: 'partition' }),
  inside('cover20'),
  standard('sat/uf100/uf100-01.cnf', []),
  standard('qap/nug12.dat', [], { as: 'quadraticAssignment' }),
  standard('knapsack/knapPI_1_100_1000.csv', [], { as: 'knapsack' }),
  standard('qkp/jeu_100_25_1.txt', [], { as: 'quadraticKnapsack' }),
  inside('triplets12'),
  inside('partition24'),
  inside('labs27'),
  standard('qubo/beasley/bqp250-1.sparse', []),
  inside('lattice16'),
]
