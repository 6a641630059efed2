import type { Kernel } from '../run/index.ts'
import { annealPlain, annealWasm } from './anneal.ts'
import { descendPlain } from './descend.ts'
import { exhaust } from './exhaust.ts'
import { groupMovesPlain } from './group-moves.ts'
import { statevectorSearch } from './statevector-search.ts'
import { tabuPlain, tabuWasm } from './tabu.ts'

export {
  type AnnealInput,
  annealPlain,
  annealWasm,
  annealWork,
  kernelNote,
  readsPerGroup,
} from './anneal.ts'
export { wasmAvailable } from './arena.ts'
export { type DescendInput, descendPlain, descendWork } from './descend.ts'
export { type ExhaustOut, exhaust, exhaustJobs } from './exhaust.ts'
export { disjoint, type ExhaustTree, exhaustTree, log2States, nativeGroups } from './exhaust-tree.ts'
export { type Found, type QuboData, quboData } from './finds.ts'
export { type GroupMovesInput, groupMovesPlain } from './group-moves.ts'
export { exp, ln } from './logarithm.ts'
export { geometric, type TemperatureRange, temperatureRange } from './schedule.ts'
export { type SearchInput, type SearchOut, searchBytes, statevectorSearch } from './statevector-search.ts'

export { type TabuInput, tabuMoveWork, tabuPlain, tabuWasm } from './tabu.ts'

/** Every kernel, for whoever starts them by name (the worker). */
export const kernels: readonly Kernel<unknown, unknown>[] = [
  annealPlain,
  annealWasm,
  descendPlain,
  groupMovesPlain,
  tabuPlain,
  tabuWasm,
  exhaust,
  statevectorSearch,
]
