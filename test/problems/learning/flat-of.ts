import type { Family } from '../../../problems/learning/network-data.ts'
import { type FlatFamilies, flatten } from '../../../problems/learning/order-search.ts'

/** Flat families at once. */
export function flatOf(families: readonly (readonly Family[])[]): FlatFamilies {
  const job = flatten(families)
  for (;;) {
    const { done, value } = job.next()
    if (done) return value as FlatFamilies
  }
}
