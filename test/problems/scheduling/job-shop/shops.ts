import { generate } from '../../../../instances/index.ts'
import { type JobShopData, jobShopSchema } from '../../../../problems/scheduling/job-shop/job-shop-data.ts'
import { random } from '../../../../src/run/index.ts'

/** A shop of jobs as lists of [machine, duration]. */
export const shop = (jobs: [number, number][][]): JobShopData => jobShopSchema.parse({ jobs })

/** A random shop, every job on every machine once. */
export const anyShop = (jobs: number, machines: number, seed: string, longest = 20): JobShopData =>
  jobShopSchema.parse(generate.taillardJobShop({ jobs, machines, longest }, random(seed, 'shop')))

/** Fisher and Thompson 1963: its shortest schedule takes 55. */
export const ft06: JobShopData = shop([
  [
    [2, 1],
    [0, 3],
    [1, 6],
    [3, 7],
    [5, 3],
    [4, 6],
  ],
  [
    [1, 8],
    [2, 5],
    [4, 10],
    [5, 10],
    [0, 10],
    [3, 4],
  ],
  [
    [2, 5],
    [3, 4],
    [5, 8],
    [0, 9],
    [1, 1],
    [4, 7],
  ],
  [
    [1, 5],
    [0, 5],
    [2, 5],
    [3, 3],
    [4, 8],
    [5, 9],
  ],
  [
    [2, 9],
    [1, 3],
    [4, 5],
    [5, 4],
    [0, 3],
    [3, 1],
  ],
  [
    [1, 3],
    [3, 3],
    [5, 9],
    [0, 10],
    [4, 4],
    [2, 1],
  ],
])

/** Whether every operation waits for the one before, and no machine does two at once. */
export function isSchedule({ size, jobOf, machineOf, duration }: JobShopData, start: ArrayLike<number>): boolean {
  for (let a = 0; a < size; a++) {
    const ready = a > 0 && jobOf[a - 1] === jobOf[a] ? start[a - 1] + duration[a - 1] : 0
    if (start[a] < ready) return false
    for (let b = 0; b < a; b++) {
      const meet = machineOf[a] === machineOf[b] && duration[a] > 0 && duration[b] > 0
      if (meet && start[a] < start[b] + duration[b] && start[b] < start[a] + duration[a]) return false
    }
  }
  return true
}
