import { type Random, shuffled } from '../../src/run/index.ts'
import type { JobShopInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

/** Every job visits every machine once, in random order; times uniform in 1 … 99 (Taillard 1993). */
export function taillardJobShop(
  { jobs, machines, longest = 99 }: { jobs: number; machines: number; longest?: number },
  random: Random,
): JobShopInput {
  atLeast(jobs, 1, 'jobs')
  atLeast(machines, 1, 'machines')
  atLeast(longest, 1, 'longest')
  const visits = (): [number, number][] =>
    Array.from(shuffled(machines, random), (machine) => [machine, 1 + random.below(longest)])
  return { jobs: Array.from({ length: jobs }, visits), machines }
}
