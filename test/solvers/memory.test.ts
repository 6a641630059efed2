import { describe, expect, it } from 'vitest'
import { anneal, descend, qaoa, race, tabu } from '../../solvers/index.ts'
import { flipBytes, requireMemory } from '../../solvers/memory.ts'
import { sample } from '../../src/bare.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { createRun } from '../../src/run/index.ts'

const ring = Array.from({ length: 20_000 }, (_, i) => i)
const large = quboFromCoo(20_000, ring, [...ring.slice(1), 0], new Float64Array(20_000).fill(1))
const small = quboFromCoo(18, ring.slice(0, 17), ring.slice(1, 18), new Float64Array(17).fill(1))
const run = () => createRun({ work: 1000, memoryLimitMiB: 1 })

it('a variable takes 120 bytes, a coupling 24 in each of its rows', () => {
  expect(flipBytes(10, 5)).toBe(1320)
})

it('what fits is let through, and the number is named where it does not', () => {
  expect(() => requireMemory('it', 2, 1, 2 ** 20, run())).not.toThrow()
  expect(() => requireMemory('it', 2, 1, 3 * 2 ** 20, run())).toThrow('it needs about 3 MiB for 2 variables')
})

describe.each([
  ['anneal', anneal(), large],
  ['tabu', tabu(), large],
  ['descend', descend(), large],
  ['qaoa', qaoa(), small],
] as const)('%s', (name, solver, qubo) => {
  it('refuses what would not fit into a mebibyte', async () => {
    await expect(sample(qubo, solver, run())).rejects.toMatchObject({
      code: 'MEMORY_LIMIT',
      what: expect.stringMatching(new RegExp(`^${name} needs about \\d+ MiB`)),
    })
  })
})

it('strategies go on with whoever fits', async () => {
  expect((await sample(small, race(qaoa(), anneal()), run())).samples.length).toBeGreaterThan(0)
})
