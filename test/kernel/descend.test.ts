import { expect, it } from 'vitest'
import { descendPlain, descendWork } from '../../src/kernel/descend.ts'
import { quboData } from '../../src/kernel/finds.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { seedKey } from '../../src/run/index.ts'
import { runJob } from '../contracts/job.ts'
import { jobPromises, weightClasses } from '../contracts/kernel.ts'

const key = seedKey('descend', 'test')
const qubo = quboData(weightClasses['real weights'])

it.each(jobPromises(descendPlain, { qubo, key, firstRead: 2, reads: 3 }, descendWork(qubo, 3)))(
  '$promise',
  ({ check }) => check(),
)

it('bits that each want to be 1 all become 1', () => {
  const wish = quboData(quboFromCoo(4, [0, 1, 2, 3], [0, 1, 2, 3], [-1, -2, -3, -4]))
  const { out } = runJob(descendPlain.start({ qubo: wish, key, firstRead: 0, reads: 1 }), 1e9, 100)
  expect([[...out.bits], [...out.energies]]).toEqual([[1, 1, 1, 1], [-10]])
})
