import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reduced } from '../../../solvers/strategy/reduced.ts'
import { sample } from '../../../src/bare.ts'
import { type Qubo, quboFromCoo } from '../../../src/qubo/index.ts'
import { createRun, type Sample } from '../../../src/run/index.ts'
import { brute, guess, tickingClock } from './children.ts'

const fromTerms = (size: number, terms: readonly (readonly [number, number, number])[], offset = 0): Qubo =>
  quboFromCoo(
    size,
    terms.map((t) => t[0]),
    terms.map((t) => t[1]),
    terms.map((t) => t[2]),
    { offset },
  )

/** Maximum cut of complete graphs on five vertices: nothing can be reduced, and 2 · 3 of 10 pairs can be cut. */
const cliques = (count: number): Qubo => {
  const terms: [number, number, number][] = []
  for (let c = 0; c < count; c++) {
    for (let i = 0; i < 5; i++) {
      terms.push([5 * c + i, 5 * c + i, -4])
      for (let j = 0; j < i; j++) terms.push([5 * c + i, 5 * c + j, 2])
    }
  }
  return fromTerms(5 * count, terms)
}

describe('reduced', () => {
  it('proves the optimum of what its solver could not even hold: ten cliques cut 6 pairs each', async () => {
    const set = await sample(cliques(10), reduced(brute), createRun())
    expect(set.samples[0]).toMatchObject({ energy: -60, violation: 0, foundBy: 'brute' })
    expect(set).toMatchObject({ proof: 'optimal', bound: -60, stop: 'finished' })
    expect(set.notes[0]).toBe('50 variables became 50 in 10 components')
  })
})

describe('reduced, exactly', () => {
  it('needs no solver where the reductions leave nothing', async () => {
    const set = await sample(
      fromTerms(
        30,
        [
          [0, 0, -3],
          [0, 1, 2],
          [5, 5, 1],
        ],
        7,
      ),
      reduced(brute),
      createRun(),
    )
    expect(set).toMatchObject({ proof: 'optimal', bound: 4, work: 0 })
    expect(set.samples[0].energy).toBe(4)
  })

  it('agrees with brute force', async () => {
    const term = fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: -5, max: 5 }))
    await fc.assert(
      fc.asyncProperty(fc.array(term, { maxLength: 18 }), async (terms) => {
        const qubo = fromTerms(10, terms, 3)
        const [mine, best] = await Promise.all(
          [reduced(brute), brute].map((solver) => sample(qubo, solver, createRun())),
        )
        expect(mine.samples[0].energy).toBe(best.samples[0].energy)
        expect(mine.bound).toBe(best.bound)
      }),
      { numRuns: 40 },
    )
  })
})

describe('reduced, of several components', () => {
  it('shares the work among components and spends no more than it may', async () => {
    const set = await sample(cliques(3), reduced(guess), createRun({ work: 90_000 }))
    expect(set.samples[0].energy).toBe(-18)
    expect(set).toMatchObject({ stop: 'budget', work: 90_000, proof: null, bound: null })
  })

  it('replays a run that the clock ended', async () => {
    const timed = await sample(
      cliques(3),
      reduced(guess),
      createRun({ clock: tickingClock(), timeLimitMs: 12, seed: 4 }),
    )
    expect(timed.stop).toBe('time')
    const again = await sample(cliques(3), reduced(guess), createRun({ work: timed.work, seed: 4 }))
    expect(again.samples).toEqual(timed.samples)
    expect(again.work).toBe(timed.work)
  })

  it('has a point of every component even when the first takes all the time', async () => {
    const set = await sample(cliques(4), reduced(guess), createRun({ work: 200 }))
    expect(set.samples[0].point).toHaveLength(20)
  })

  it('shows the finds of an only component as they come, as points of the whole', async () => {
    const shown: Sample[] = []
    const telling = {
      ...brute,
      sample: async (...[task, run]: Parameters<typeof brute.sample>) => {
        const set = await brute.sample(task, run)
        run.offer(set.samples[0])
        return set
      },
    }
    const one = fromTerms(7, [
      [5, 5, 1],
      [6, 6, -1],
      ...[0, 1, 2, 3, 4].flatMap((i) => [
        [i, i, -4] as const,
        ...[0, 1, 2, 3, 4].filter((j) => j < i).map((j) => [i, j, 2] as const),
      ]),
    ])
    await sample(one, reduced(telling), createRun({ offer: (s) => shown.push(s) }))
    expect(shown).toMatchObject([{ energy: -7, foundBy: 'brute' }])
    expect(shown[0].point).toHaveLength(7)
  })
})
