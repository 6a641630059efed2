import { describe, expect, it } from 'vitest'
import { decompose } from '../../../solvers/strategy/decompose.ts'
import { sample } from '../../../src/bare.ts'
import { type Qubo, quboFromCoo } from '../../../src/qubo/index.ts'
import { createRun } from '../../../src/run/index.ts'
import { brute, guess, tickingClock } from './children.ts'

/** A ring of pairs that want to differ: the optimum alternates and cuts every pair, −1 for each. */
const ring = (size: number): Qubo => {
  const all = Array.from({ length: size }, (_, i) => i)
  const next = all.map((i) => (i + 1) % size)
  return quboFromCoo(size, [...all, ...all], [...all, ...next], [...all.map(() => -2), ...all.map(() => 2)])
}

describe('decompose', () => {
  for (const by of ['energy-impact', 'communities'] as const) {
    it(`solves a ring of 60 in windows of 8 by ${by}`, async () => {
      const set = await sample(ring(60), decompose({ by, size: 8, solver: brute }), createRun({ work: 4e5, seed: 1 }))
      // A descent leaves domain walls; windows move them together until they vanish.
      expect(set.samples[0]).toMatchObject({ energy: -60, foundBy: 'brute' })
    })
  }

  it('leaves what fits into one window to the solver, proof and replay included', async () => {
    const set = await sample(ring(10), decompose({ size: 12, solver: brute }), createRun())
    expect(set).toMatchObject({ proof: 'optimal', bound: -10, replay: 'brute' })
  })

  it('shows ever better finds', async () => {
    const energies: number[] = []
    await sample(
      ring(80),
      decompose({ size: 10, solver: brute }),
      createRun({ work: 2e5, offer: (s) => energies.push(s.energy) }),
    )
    expect(energies.length).toBeGreaterThan(1)
    expect(energies).toEqual([...new Set(energies)].sort((a, b) => b - a))
  })

  it('replays a run that the clock ended, in the middle of a window', async () => {
    const solver = decompose({ size: 20, solver: guess })
    const timed = await sample(ring(100), solver, createRun({ clock: tickingClock(), timeLimitMs: 80, seed: 4 }))
    expect(timed.stop).toBe('time')
    expect(timed.replay).toMatch(/^decompose\(size=20,windows=\d+,solver=guess,last=guess\(work=\d+\)\)$/)
    const again = await sample(ring(100), solver, createRun({ work: timed.work, seed: 4 }))
    expect(again.samples).toEqual(timed.samples)
  })

  it('with more work is never worse', async () => {
    const energies = await Promise.all(
      [1e3, 1e4, 1e5].map(
        async (work) =>
          (await sample(ring(90), decompose({ size: 8, solver: brute }), createRun({ work }))).samples[0].energy,
      ),
    )
    expect(energies).toEqual([...energies].sort((a, b) => b - a))
  })

  it('ends after the rounds it was given', async () => {
    const set = await sample(ring(30), decompose({ size: 10, rounds: 1, solver: brute }), createRun())
    expect(set.stop).toBe('finished')
  })

  it('refuses to cut by what it does not know', () => {
    expect(() => decompose.fromSpec([brute], { by: 'magic' }, [])).toThrow('OPTION_INVALID')
  })
})
