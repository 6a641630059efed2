/** The registry: one line per solver or strategy; the export's name is its name everywhere. */

export { anneal } from './anneal.ts'
export { descend } from './descend.ts'
export { exact } from './exact.ts'
export { heuristic } from './heuristic.ts'
export { ilp } from './ilp/index.ts'
export { qaoa } from './qaoa/index.ts'
export { byParts } from './strategy/by-parts.ts'
export { fallback } from './strategy/fallback.ts'
export { race } from './strategy/race.ts'
export { retry } from './strategy/retry.ts'
export { within } from './strategy/within.ts'
export { tabu } from './tabu.ts'
