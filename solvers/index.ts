/** The registry: one line per solver or strategy; the export's name is its name everywhere. */
export { heuristic } from './heuristic.ts'
export { byParts } from './strategy/by-parts.ts'
export { fallback } from './strategy/fallback.ts'
export { race } from './strategy/race.ts'
export { retry } from './strategy/retry.ts'
export { within } from './strategy/within.ts'
