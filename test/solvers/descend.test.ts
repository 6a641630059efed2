import { expect, it } from 'vitest'
import { descend } from '../../solvers/descend.ts'
import { sample } from '../../src/bare.ts'
import { quboEnergy } from '../../src/qubo/index.ts'
import { createRun } from '../../src/run/index.ts'
import { randomQubo } from '../contracts/kernel.ts'

const qubo = randomQubo(30, 100, (w) => w, 9, 'descend')

it('every read is a local minimum with its own energy', async () => {
  const set = await sample(qubo, descend({ reads: 20 }), createRun())
  expect(set.reads).toBe(20)
  for (const { point, energy } of set.samples) {
    const x = [...(point ?? [])]
    expect(energy).toBe(quboEnergy(qubo, x))
    for (let i = 0; i < 30; i++) expect(quboEnergy(qubo, x.with(i, 1 - x[i]))).toBeGreaterThanOrEqual(energy)
  }
})

it('without reads it goes on until the budget is spent', async () => {
  const set = await sample(qubo, descend(), createRun({ work: 50_000 }))
  expect([set.stop, set.work >= 50_000, set.reads > 16]).toEqual(['budget', true, true])
})
