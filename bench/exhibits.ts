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

const inside = (file: string, ...solvers: string[]): Exhibit => ({ file, embedded: true, solvers, timeLimitMs: 1000 })
const standard = (file: string, solvers: string[], more: Partial<Exhibit> = {}): Exhibit => ({
  file,
  embedded: false,
  solvers,
  timeLimitMs: 3000,
  ...more,
})

export const exhibits: readonly Exhibit[] = [
  inside('petersen', 'auto', 'anneal', 'qaoa(depth=3)', 'ilp'),
  inside('gr17', 'auto', 'anneal', 'heuristic'),
  inside('burma14', 'auto', 'anneal'),
  inside('readme', 'auto', 'byParts(anneal)', 'anneal'),
  inside('E-n13-k4', 'auto', 'byParts(anneal)'),
  inside('planted12', 'auto', 'ilp', 'anneal'),
  inside('partition10', 'auto', 'tabu', 'qaoa(depth=2)', 'ilp'),
  inside('lattice16', 'auto', 'anneal', 'exact'),
  standard('maxcut/gset/G1.txt', ['auto', 'tabu', 'anneal'], { as: 'maxCut' }),
  standard('qubo/beasley/bqp250-1.sparse', ['tabu', 'anneal']),
  standard('tsp/berlin52.tsp', ['auto', 'anneal']),
  standard('cvrp/A/A-n32-k5.vrp', ['auto', 'byParts(anneal)']),
  standard('features/wine.csv', ['auto', 'ilp'], { as: 'features', set: { choose: '5', header: 'no' } }),
]
