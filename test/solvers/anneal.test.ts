import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generate } from '../../instances/index.ts'
import { features } from '../../problems/index.ts'
import { anneal } from '../../solvers/anneal.ts'
import { exact } from '../../solvers/exact.ts'
import { sample } from '../../src/bare.ts'
import { solve } from '../../src/index.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { createRun, lowest, random } from '../../src/run/index.ts'
import { randomQubo } from '../contracts/kernel.ts'

const qubo = randomQubo(40, 200, (w) => w, 9, 'anneal')
const points = (set: Awaited<ReturnType<typeof sample>>) => set.samples.map((s) => [...(s.point ?? [])].join(''))

it('takes exactly the reads it was asked for, with energies as recomputed', async () => {
  const set = await sample(qubo, anneal({ reads: 20, sweeps: 50 }), createRun({ seed: 1 }))
  expect([set.reads, set.samples.length, set.stop, set.replay]).toEqual([
    20,
    20,
    'finished',
    'anneal(reads=20,sweeps=50)',
  ])
  expect(set.notes).toEqual(['kernel: wasm i16x16'])
})

it('gives the same samples with the plain kernel', async () => {
  const [fast, plain] = await Promise.all(
    (['wasm', 'plain'] as const).map((kernel) => sample(qubo, anneal({ kernel }), createRun({ seed: 1, work: 1e6 }))),
  )
  expect(points(plain)).toEqual(points(fast))
  expect(plain.notes).toEqual(['kernel: plain'])
})

it('a longer run contains the shorter one, by reads and by work', async () => {
  const of = async (reads: number) => points(await sample(qubo, anneal({ reads, sweeps: 20 }), createRun({ seed: 2 })))
  expect((await of(40)).slice(0, 20)).toEqual(await of(20))
  const by = async (work: number) => points(await sample(qubo, anneal(), createRun({ seed: 2, work })))
  const short = await by(300_000)
  expect((await by(900_000)).slice(0, short.length - 1)).toEqual(short.slice(0, -1))
})

it('a run that its budget ended says how to get it again', async () => {
  const set = await sample(qubo, anneal(), createRun({ seed: 3, work: 123_456 }))
  const again = await sample(qubo, anneal({ work: set.work }), createRun({ seed: 3 }))
  expect([set.stop, set.replay]).toEqual(['budget', `anneal(work=${set.work})`])
  expect(points(again)).toEqual(points(set))
})

it('keeps a permutation: three items on places that cost item × place', async () => {
  const cells = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const costs = cells.map((k) => Math.floor(k / 3) * (k % 3))
  const groups = [{ kind: 'permutation' as const, order: 3, members: Uint32Array.from(cells) }]
  const set = await sample(
    quboFromCoo(9, cells, cells, costs, { groups, native: ['permutation'] }),
    anneal({ reads: 5 }),
    createRun(),
  )
  expect(set.samples.every((s) => s.violation === 0)).toBe(true)
  expect(lowest(set)).toMatchObject({ energy: 1, point: Float64Array.of(0, 0, 1, 0, 1, 0, 1, 0, 0) })
})

it('keeps a subset: the dearest four of twelve', async () => {
  const bits = Array.from({ length: 12 }, (_, k) => k)
  const groups = [{ kind: 'subset' as const, count: 4, members: Uint32Array.from(bits) }]
  const costs = bits.map((k) => -((5 * k) % 12))
  const set = await sample(
    quboFromCoo(12, bits, bits, costs, { groups, native: ['subset'] }),
    anneal({ reads: 5, sweeps: 100 }),
    createRun(),
  )
  expect(set.samples.every((s) => s.violation === 0)).toBe(true)
  // 11 + 10 + 9 + 8
  expect(lowest(set)).toMatchObject({ energy: -38 })
})

it('refuses a schedule that heats', async () => {
  await expect(sample(qubo, anneal({ hot: 1, cold: 2 }), createRun())).rejects.toThrow(
    'OPTION_INVALID: anneal: hot 1 is below cold 2',
  )
})

const folder = process.env.ISINGLASS_INSTANCES

describe.skipIf(folder === undefined)('on G-set graphs (ISINGLASS_INSTANCES)', () => {
  it('cuts 11624 edges of G1, the best known', async () => {
    const [n, m, ...edges] = readFileSync(`${folder}/maxcut/gset/G1.txt`, 'utf8').trim().split(/\s+/).map(Number)
    const end = (side: number) => Array.from({ length: m }, (_, k) => edges[3 * k + side] - 1)
    const weight = Array.from({ length: m }, (_, k) => edges[3 * k + 2])
    const [from, to] = [end(0), end(1)]
    const coo = [
      [...from, ...to, ...from],
      [...from, ...to, ...to],
      [...weight.map((w) => -w), ...weight.map((w) => -w), ...weight.map((w) => 2 * w)],
    ]
    let best = 0
    const run = createRun({
      seed: 1,
      work: 3e8,
      offer: (s) => (best = Math.min(best, s.energy)),
      targetReached: () => best <= -11624,
    })
    const set = await sample(quboFromCoo(n, coo[0], coo[1], coo[2]), anneal(), run)
    expect([set.stop, lowest(set)?.energy]).toEqual(['target', -11624])
  })
})

it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('finds the best 4 of 12 planted features, table %i', async (table) => {
  const shape = { rows: 60, informative: 3, redundant: 3, noise: 6, choose: 4 }
  const problem = features(generate.plantedFeatures(shape, random('planted', 'features', table)))
  const found = await solve(problem, { solver: anneal(), work: 300_000 })
  const truth = await solve(problem, { solver: exact() })
  expect(found.cost).toBe(truth.cost)
})
