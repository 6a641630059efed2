import { describe, expect, it } from 'vitest'
import { quboData } from '../../src/kernel/finds.ts'
import { tabuMoveWork, tabuPlain, tabuWasm } from '../../src/kernel/tabu.ts'
import { quboEnergy } from '../../src/qubo/index.ts'
import { seedKey } from '../../src/run/index.ts'
import { runJob } from '../contracts/job.ts'
import { jobPromises, randomQubo, weightClasses } from '../contracts/kernel.ts'
import { text } from '../contracts/promise.ts'

const key = seedKey('tabu', 'test')
const qubo = quboData(weightClasses['real weights'])

describe.each([tabuPlain, tabuWasm])('$name', (kernel) => {
  it.each(jobPromises(kernel, { qubo, key, search: 1, work: 9999 }, 9999))('$promise', ({ check }) => check())

  it.each([1, 2, 3, 12])('finds the optimum of %i bits', (size) => {
    const tiny = randomQubo(size, 4 * size, (w) => w, 9, `tabu ${size}`)
    const states = Array.from({ length: 2 ** size }, (_, s) =>
      quboEnergy(
        tiny,
        Array.from({ length: size }, (_, i) => (s >> i) & 1),
      ),
    )
    const { out } = runJob(kernel.start({ qubo: quboData(tiny), key, search: 0, work: 50_000 }), 1e9, 1000)
    expect(out.energies[0]).toBe(Math.min(...states))
  })
})

it.each(Object.entries(weightClasses))('both kernels find the same after any work: %s', (_name, given) => {
  for (const work of [100, 5000, 100_000]) {
    const input = { qubo: quboData(given), key, search: 3, work }
    expect(text(runJob(tabuWasm.start(input), 1e9, 777))).toBe(text(runJob(tabuPlain.start(input), 1e9, 777)))
  }
})

it('a move of 80 bits without couplings looks at 80 costs: 10 units and 2 for itself', () => {
  expect(tabuMoveWork({ ...quboData(randomQubo(80, 0, (w) => w)) })).toBe(12)
})
