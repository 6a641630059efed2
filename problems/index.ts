/** The registry: one line per problem; the export's name is its name everywhere. */
export { maxCut } from './graph/max-cut.ts'
export { ising } from './raw/ising.ts'
export { qubo } from './raw/qubo.ts'
export { tsp } from './routing/tsp.ts'
export { vrp } from './routing/vrp.ts'
export { features } from './selection/features.ts'
