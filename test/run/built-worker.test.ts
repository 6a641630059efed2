import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anneal, descend, exact, qaoa, tabu } from '../../solvers/index.ts'
import { sample } from '../../src/bare.ts'
import { type Qubo, quboFromCoo } from '../../src/qubo/index.ts'
import { createPool } from '../../src/run/create-pool.ts'
import { createRun, random } from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'

const workerUrl = new URL('../../dist/worker.node.js', import.meta.url)
const built = existsSync(workerUrl)
if (!built) console.warn('dist/worker.node.js is missing (npm run build): the tests of the built worker are skipped')

function spinGlass(size: number, pairs: number): Qubo {
  const chance = random('glass', 'pairs', size)
  const pick = () => Array.from({ length: pairs }, () => chance.below(size))
  return quboFromCoo(
    size,
    pick(),
    pick(),
    Array.from({ length: pairs }, () => chance.below(2) * 2 - 1),
  )
}

async function samplesOn(threads: number, qubo: Qubo, solver: Solver, work: number) {
  const pool = threads === 0 ? null : createPool({ threads, workerUrl })
  const { samples, stop, work: spent } = await sample(qubo, solver, createRun({ seed: 7, work, pool }))
  return { samples, stop, spent }
}

describe.skipIf(!built)('the built worker', () => {
  it.each([
    ['40 reads', anneal({ reads: 40, sweeps: 50 }), 1e9],
    ['40 reads that a budget cuts short', anneal({ reads: 40, sweeps: 50 }), 123_456],
    ['a ladder under a budget', anneal(), 500_000],
  ] as const)('anneal, %s: equal samples on the calling thread and on 1, 2 and 3 workers', async (_, solver, work) => {
    const qubo = spinGlass(60, 300)
    const alone = await samplesOn(0, qubo, solver, work)
    expect(alone.samples.length).toBeGreaterThan(0)
    for (const threads of [1, 2, 3]) expect(await samplesOn(threads, qubo, solver, work)).toEqual(alone)
  })

  it.each([
    ['tabu', tabu({ restarts: 6, moves: 500 }), 1e9],
    ['tabu under a budget', tabu(), 300_000],
    ['descend', descend({ reads: 100 }), 1e9],
    ['descend under a budget', descend(), 100_000],
  ] as const)('%s: equal samples on the calling thread and on 1, 2 and 3 workers', async (_, solver, work) => {
    const qubo = spinGlass(60, 300)
    const alone = await samplesOn(0, qubo, solver, work)
    expect(alone.samples.length).toBeGreaterThan(0)
    for (const threads of [1, 2, 3]) expect(await samplesOn(threads, qubo, solver, work)).toEqual(alone)
  })

  it('exact: the same first optimum on the calling thread and on 1, 2 and 3 workers', async () => {
    const qubo = spinGlass(18, 60)
    const alone = await samplesOn(0, qubo, exact(), 1e9)
    for (const threads of [1, 2, 3]) expect(await samplesOn(threads, qubo, exact(), 1e9)).toEqual(alone)
  })

  it.each([
    ['anneal', (reads: number) => anneal({ reads, sweeps: 20 })],
    ['tabu', (restarts: number) => tabu({ restarts, moves: 60 })],
    ['descend', (reads: number) => descend({ reads })],
  ] as const)('%s: the first 8 reads of 64 are the 8, on 1, 2 and 3 workers', async (_, solverOf) => {
    const qubo = spinGlass(50, 200)
    const eight = await samplesOn(0, qubo, solverOf(8), 1e9)
    for (const threads of [1, 2, 3]) {
      const { samples } = await samplesOn(threads, qubo, solverOf(64), 1e9)
      expect(samples.length).toBe(64)
      expect(samples.slice(0, 8)).toEqual(eight.samples)
    }
  })

  it('qaoa: equal samples on the calling thread and on a worker', async () => {
    const qubo = spinGlass(8, 20)
    const solver = qaoa({ depth: 2, shots: 64 })
    expect(await samplesOn(2, qubo, solver, 1e8)).toEqual(await samplesOn(0, qubo, solver, 1e8))
  })
})
