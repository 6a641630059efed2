import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as solvers from '../../../solvers/index.ts'
import { refinePenalties } from '../../../solvers/strategy/refine-penalties.ts'
import { sample } from '../../../src/bare.ts'
import { Model } from '../../../src/model/index.ts'
import { createRun } from '../../../src/run/index.ts'
import { solverFromSpec } from '../../../src/spec.ts'

/** The dearest things that weigh at most `bound` together. */
function sack(values: readonly number[], weights: readonly number[], bound: number): Model {
  const model = new Model()
  values.forEach((value) => {
    model.minimise([-value, model.bit()])
  })
  return model.subjectTo(
    'weight',
    weights.map((w, c) => [w, c] as const),
    '<=',
    bound,
  )
}

const best = (values: readonly number[], weights: readonly number[], bound: number): number => {
  let most = 0
  for (let set = 0; set < 2 ** values.length; set++) {
    const sum = (list: readonly number[]) => list.reduce((total, x, c) => total + ((set >> c) & 1) * x, 0)
    if (sum(weights) <= bound) most = Math.max(most, sum(values))
  }
  return most
}

describe('refinePenalties', () => {
  it('raises a penalty that is too light until the rule holds, and then has a proof', async () => {
    const set = await sample(
      sack([5, 4, 3], [1, 2, 3], 4),
      refinePenalties(solvers.exact(), { start: 0.01 }),
      createRun(),
    )
    expect(set).toMatchObject({ proof: 'optimal', bound: -9, stop: 'finished' })
    expect(set.samples[0]).toMatchObject({ energy: -9, violation: 0, foundBy: 'exact' })
    expect(set.notes[0]).toMatch(/^refinePenalties: [2-9] rounds, [1-9] penalties made heavier$/)
  })

  it('proves what enumeration proves', async () => {
    const item = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }))
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 6 }), fc.nat(12), async (items, bound) => {
        const [values, weights] = [items.map(([v]) => v), items.map(([, w]) => w)]
        const set = await sample(sack(values, weights, bound), refinePenalties(solvers.exact()), createRun())
        expect(set.proof).toBe('optimal')
        expect(set.samples[0].energy + 0).toBe(0 - best(values, weights, bound))
      }),
      { numRuns: 40 },
    )
  })

  it('proves that nothing fits only at the proven weights', async () => {
    const model = new Model()
    model.bits(2)
    model.minimise([-7, 0], [-7, 1])
    model.subjectTo('none', [[1, 0]], '<=', 0)
    model.subjectTo('some', [[1, 0]], '>=', 1)
    const set = await sample(model, refinePenalties(solvers.exact()), createRun())
    expect(set).toMatchObject({ proof: 'infeasible', bound: null })
  })

  it('asks the solver itself when there is no penalty', async () => {
    const model = new Model()
    model.minimise([-1, model.bit()])
    const set = await sample(model, refinePenalties(solvers.descend({ reads: 2 })), createRun())
    expect(set.notes.at(-1)).toBe('refinePenalties: there is no penalty to refine')
    expect(set.samples[0].energy).toBe(-1)
  })

  it('keeps to its work, and the same work gives the same samples', async () => {
    const values = Array.from({ length: 20 }, (_, k) => 3 + ((k * 7) % 11))
    const weights = Array.from({ length: 20 }, (_, k) => 2 + ((k * 5) % 7))
    const solve = (spec: string) =>
      sample(sack(values, weights, 30), solverFromSpec(spec, solvers as never), createRun({ work: 4e5 }))
    const set = await solve('refinePenalties(anneal)')
    expect(set.work).toBeGreaterThan(3e5)
    expect(set.work).toBeLessThan(5e5)
    expect((await solve('refinePenalties(anneal)')).samples).toEqual(set.samples)
    expect((await solve(set.replay)).samples).toEqual(set.samples)
  })
})
