import type { Random } from '../../src/run/index.ts'
import type { FlowShopInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

/** Durations uniform in 1…longest (Taillard 1993, with 99; another generator of chance than his). */
export function uniformFlowShop(
  { jobs, machines, longest = 99 }: { readonly jobs: number; readonly machines: number; readonly longest?: number },
  random: Random,
): FlowShopInput {
  atLeast(jobs, 1, 'jobs')
  atLeast(machines, 1, 'machines')
  atLeast(longest, 1, 'longest')
  const job = () => Array.from({ length: machines }, () => 1 + random.below(longest))
  return { durations: Array.from({ length: jobs }, job) }
}
