import { expect, it } from 'vitest'
import { quboData } from '../../src/kernel/finds.ts'
import { groupMovesPlain } from '../../src/kernel/group-moves.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { seedKey } from '../../src/run/index.ts'
import { runJob } from '../contracts/job.ts'
import { jobPromises } from '../contracts/kernel.ts'

const key = seedKey('group', 'moves')
const order = 6
/** Item i at position p costs i·p: the dearest items want the first places, Σ i·(5 − i) = 20. */
const cells = Array.from({ length: order * order }, (_, k) => k)
const costs = cells.map((k) => Math.floor(k / order) * (k % order))
const assignment = quboData(
  quboFromCoo(order * order, cells, cells, costs, {
    native: ['permutation'],
    groups: [{ kind: 'permutation', order, members: Uint32Array.from(cells) }],
  }),
)

it.each(jobPromises(groupMovesPlain, { qubo: assignment, key, firstRead: 3, reads: 2, work: 5000 }, 10_000))(
  '$promise',
  ({ check }) => check(),
)

it('sorts six items', () => {
  const { out } = runJob(
    groupMovesPlain.start({ qubo: assignment, key, firstRead: 0, reads: 1, work: 20_000 }),
    1e9,
    1000,
  )
  expect(out.energies[0]).toBe(20)
})
