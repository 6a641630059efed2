import { expect, it } from 'vitest'
import { quboData } from '../../src/kernel/finds.ts'
import { tabuMoveWork, tabuPlain } from '../../src/kernel/tabu.ts'
import { quboEnergy } from '../../src/qubo/index.ts'
import { seedKey } from '../../src/run/index.ts'
import { runJob } from '../contracts/job.ts'
import { jobPromises, randomQubo, weightClasses } from '../contracts/kernel.ts'

const key = seedKey('tabu', 'test')

it.each(jobPromises(tabuPlain, { qubo: quboData(weightClasses['real weights']), key, search: 1, work: 9999 }, 9999))(
  '$promise',
  ({ check }) => check(),
)

it.each([1, 2, 3, 12])('finds the optimum of %i bits', (size) => {
  const qubo = randomQubo(size, 4 * size, (w) => w, 9, `tabu ${size}`)
  const states = Array.from({ length: 2 ** size }, (_, s) =>
    quboEnergy(
      qubo,
      Array.from({ length: size }, (_, i) => (s >> i) & 1),
    ),
  )
  const { out } = runJob(tabuPlain.start({ qubo: quboData(qubo), key, search: 0, work: 50_000 }), 1e9, 1000)
  expect(out.energies[0]).toBe(Math.min(...states))
})

it('a move of 80 bits without couplings looks at 80 costs: 10 units and 2 for itself', () => {
  expect(tabuMoveWork({ ...quboData(randomQubo(80, 0, (w) => w)) })).toBe(12)
})
