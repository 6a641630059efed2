import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '../../solvers/exact.ts'
import { sample } from '../../src/bare.ts'
import { Model } from '../../src/model/index.ts'
import { type Qubo, quboEnergy, quboFromCoo } from '../../src/qubo/index.ts'
import { createRun, random } from '../../src/run/index.ts'

const randomQubo = (size: number, seed: number): Qubo => {
  const chance = random(String(seed), 'test')
  const pairs = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size]).filter(
    ([i, j]) => i <= j,
  )
  return quboFromCoo(
    size,
    pairs.map((p) => p[0]),
    pairs.map((p) => p[1]),
    pairs.map(() => chance.below(19) - 9),
  )
}

describe('exact', () => {
  it('proves the minimum of every state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.integer(), async (size, seed) => {
        const qubo = randomQubo(size, seed)
        const truth = Math.min(
          ...Array.from({ length: 2 ** size }, (_, x) =>
            quboEnergy(
              qubo,
              Array.from({ length: size }, (_, i) => (x >>> i) & 1),
            ),
          ),
        )
        const { samples, proof, bound, stop } = await sample(qubo, exact(), createRun())
        expect([samples[0].energy, bound, proof, stop]).toEqual([truth, truth, 'optimal', 'finished'])
      }),
      { numRuns: 30 },
    )
  })
})

describe('exact, with rules', () => {
  it('chooses exactly two of four bits worth 1, 5, 2, 4', async () => {
    const model = new Model()
    model.bits(4)
    model.minimise([-1, 0], [-5, 1], [-2, 2], [-4, 3])
    model.subjectTo(
      'two',
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      '==',
      2,
    )
    const { samples, proof, notes } = await sample(model, exact(), createRun())
    expect([...(samples[0].point ?? [])]).toEqual([0, 1, 0, 1])
    expect([samples[0].energy, proof]).toEqual([-9, 'optimal'])
    expect(notes).toEqual(['exact: 6 states enumerated'])
  })

  it('orders eight items in 8! = 40,320 states where 2⁶⁴ would be refused', async () => {
    const model = new Model()
    const first = model.permutation('order', 8)
    // Item i at position p costs i·p: the order is the reverse, 0·7 + 1·6 + … + 7·0 = 56.
    for (let i = 0; i < 8; i++) for (let p = 0; p < 8; p++) model.minimise([i * p, first + 8 * i + p])
    const { samples, proof } = await sample(model, exact(), createRun())
    expect([samples[0].energy, proof]).toEqual([56, 'optimal'])
  })

  it('proves that no point obeys a + b = 1 and a − b = 0', async () => {
    const model = new Model()
    model.bits(2)
    model
      .subjectTo(
        'sum',
        [
          [1, 0],
          [1, 1],
        ],
        '==',
        1,
      )
      .subjectTo(
        'same',
        [
          [1, 0],
          [-1, 1],
        ],
        '==',
        0,
      )
    const { proof, bound } = await sample(model, exact(), createRun())
    expect([proof, bound]).toEqual(['infeasible', null])
  })
})

it('chooses 6 of 40 in 3,838,380 states where 2⁴⁰ would be refused', async () => {
  const model = new Model()
  model.bits(40)
  // The dearest six of 1 to 40: 35 + 36 + … + 40 = 225.
  for (let k = 0; k < 40; k++) model.minimise([-1 - ((7 * k) % 40), k])
  model.subjectTo(
    'six',
    Array.from({ length: 40 }, (_, k) => [1, k] as const),
    '==',
    6,
  )
  const { samples, proof, notes } = await sample(model, exact(), createRun())
  expect([samples[0].energy, proof, ...notes]).toEqual([-225, 'optimal', 'exact: 2^21.9 states enumerated'])
})

describe('exact, at its limits', () => {
  it('refuses 33 bits, and 30 with a budget for a million states', async () => {
    const free = (size: number) => quboFromCoo(size, [], [], [])
    await expect(sample(free(33), exact(), createRun({ work: 1e12 }))).rejects.toThrow(/2\^33\.0 states/)
    await expect(sample(free(30), exact(), createRun({ work: 1e5 }))).rejects.toThrow(/the budget is 100000/)
  })

  it('stopped on the way, keeps the best so far and proves nothing', async () => {
    const stop = new AbortController()
    const offered: number[] = []
    const run = createRun({
      signal: stop.signal,
      offer: ({ energy }) => {
        offered.push(energy)
        stop.abort()
      },
    })
    const set = await sample(randomQubo(20, 1), exact(), run)
    expect([set.stop, set.proof, set.bound]).toEqual(['aborted', null, null])
    expect(set.samples[0].energy).toBe(offered[0])
  })

  it('stopped on the way, gives a replay line that finds the same', async () => {
    const stop = new AbortController()
    const first = await sample(
      randomQubo(20, 1),
      exact(),
      createRun({ signal: stop.signal, offer: () => stop.abort() }),
    )
    const again = await sample(randomQubo(20, 1), exact({ work: first.work }), createRun())
    expect(first.replay).toBe(`exact(work=${first.work})`)
    expect([again.stop, again.work, again.samples[0].point]).toEqual(['budget', first.work, first.samples[0].point])
  })
})
