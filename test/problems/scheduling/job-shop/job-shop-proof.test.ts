import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowerBound } from '../../../../problems/scheduling/job-shop/job-shop-bounds.ts'
import { JobShopProof } from '../../../../problems/scheduling/job-shop/job-shop-proof.ts'
import { makespanOf } from '../../../../problems/scheduling/job-shop/shop.ts'
import { anyShop, ft06, isSchedule } from './shops.ts'

const end = <Out>(job: Generator<number, Out>): Out => {
  for (;;) {
    const step = job.next()
    if (step.done) return step.value
  }
}

test('no schedule of ft06 ends by 54, and one ends by 55', () => {
  const by54 = new JobShopProof(ft06, 54)
  end(by54.prove())
  expect(by54.found).toBeNull()
  const by55 = new JobShopProof(ft06, 55)
  for (const _ of by55.prove()) if (by55.found !== null) break
  expect(makespanOf(ft06, by55.found as Int32Array)).toBe(55)
  expect(isSchedule(ft06, by55.found as Int32Array)).toBe(true)
})

test('the bound of the rules is at least the bound of the machines, and no schedule beats it', () => {
  const bound = end(new JobShopProof(ft06, 55).leastLimit(lowerBound(ft06), 60))
  expect(bound).toBeGreaterThanOrEqual(lowerBound(ft06))
  expect(bound).toBeLessThanOrEqual(55)
})

test('on small shops the enumeration ends with the shortest of all schedules', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const any = anyShop(3, 2, seed, 5)
      const proof = new JobShopProof(any, 30)
      let best = 31
      for (const _ of proof.prove()) {
        if (proof.found === null) continue
        best = Math.min(best, makespanOf(any, proof.found))
        proof.found = null
        proof.limit = best - 1
      }
      expect(best).toBe(shortest(any))
    }),
    { numRuns: 40 },
  )
})

/** Over all orders in which the operations of three jobs can be appended. */
function shortest(any: ReturnType<typeof anyShop>): number {
  const jobFree = [0, 0, 0]
  const machineFree = [0, 0]
  const next = [0, 2, 4]
  let best = Number.POSITIVE_INFINITY
  const go = (placed: number, end: number): void => {
    if (placed === any.size) best = Math.min(best, end)
    for (let j = 0; j < 3; j++) {
      const o = next[j]
      if (o === any.first[j + 1]) continue
      const machine = any.machineOf[o]
      const kept = [jobFree[j], machineFree[machine]]
      const ends = Math.max(...kept) + any.duration[o]
      next[j]++
      jobFree[j] = machineFree[machine] = ends
      go(placed + 1, Math.max(end, ends))
      next[j]--
      jobFree[j] = kept[0]
      machineFree[machine] = kept[1]
    }
  }
  go(0, 0)
  return best
}
