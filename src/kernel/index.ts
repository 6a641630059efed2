import type { Kernel } from '../run/index.ts'
import { annealPlain, annealWasm } from './anneal.ts'
import { descendPlain } from './descend.ts'

export {
  type AnnealInput,
  annealPlain,
  annealWasm,
  annealWork,
  type Found,
  kernelNote,
  type QuboData,
  readsPerGroup,
} from './anneal.ts'
export { wasmAvailable } from './arena.ts'
export { type DescendInput, descendPlain } from './descend.ts'
export { exp, ln } from './logarithm.ts'
export { geometric, type TemperatureRange, temperatureRange } from './schedule.ts'

/** Every kernel, for whoever starts them by name (the worker). */
export const kernels: readonly Kernel<unknown, unknown>[] = [annealPlain, annealWasm, descendPlain]
