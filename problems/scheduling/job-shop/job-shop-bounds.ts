import { bestDispatch } from './dispatch.ts'
import { oneMachineBound } from './one-machine.ts'
import { headsAndTails, makespanOf, operationsOf, type Shop } from './shop.ts'

/** Each computed on first use. */
export interface MakespanBounds {
  /** No schedule ends earlier. */
  readonly lower: () => number
  /** The makespan of a schedule that exists. */
  readonly upper: () => number
}

/** The longest job, and the best preemptive schedule of each machine alone, whichever is later (Carlier 1982). */
export function lowerBound(shop: Shop): number {
  const { head, tail } = headsAndTails(shop)
  let bound = 0
  for (let o = 0; o < shop.size; o++) bound = Math.max(bound, head[o] + shop.duration[o] + tail[o])
  for (const list of operationsOf(shop)) bound = Math.max(bound, oneMachineBound(list, head, shop.duration, tail))
  return bound
}

/** The lower bound, and a horizon that certainly holds a schedule. */
export function boundsOf(shop: Shop): MakespanBounds {
  let lower: number | undefined
  let upper: number | undefined
  return {
    lower: () => (lower ??= lowerBound(shop)),
    upper: () => (upper ??= makespanOf(shop, bestDispatch(shop))),
  }
}
