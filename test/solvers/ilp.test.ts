import { describe, expect, it } from 'vitest'
import { binPacking, qubo } from '../../problems/index.ts'
import { ilp } from '../../solvers/ilp/index.ts'
import { sample } from '../../src/bare.ts'
import { type Milp, milpObjective, milpViolation } from '../../src/qubo/index.ts'
import { createRun, fakeClock, random, type Sample } from '../../src/run/index.ts'
import { createSolve } from '../../src/solve.ts'
import { covering, programme, type Row } from './ilp/programme.ts'

const engines = ['javascript-lp-solver', 'highs'] as const
const solve = (milp: Milp, engine: (typeof engines)[number] | 'auto' = 'auto', options = {}) =>
  sample(milp, ilp({ engine }), createRun(options))

/** Every point of a small box of whole numbers; the least objective, or null when none is feasible. */
function bruteForce(milp: Milp): number | null {
  let best: number | null = null
  const point = Float64Array.from(milp.lower)
  const visit = (j: number) => {
    if (j < milp.size) {
      for (point[j] = milp.lower[j]; point[j] <= milp.upper[j]; point[j]++) visit(j + 1)
      return
    }
    if (milpViolation(milp, point) === 0) best = Math.min(best ?? Number.POSITIVE_INFINITY, milpObjective(milp, point))
  }
  visit(0)
  return best
}

function randomProgramme(index: number): Milp {
  const chance = random('ilp', 'programmes', index)
  const size = 2 + chance.below(6)
  const number = () => chance.below(21) - 10
  const rows: Row[] = Array.from({ length: 1 + chance.below(4) }, () => {
    const terms = Array.from({ length: size }, number)
    const kind = chance.below(4)
    const bound = chance.below(13) - 6
    if (kind === 0) return { terms, min: bound }
    if (kind === 1) return { terms, max: bound }
    return kind === 2 ? { terms, min: bound - 4, max: bound + 4 } : { terms: terms.map(Math.sign), min: 1, max: 1 }
  })
  return programme(Array.from({ length: size }, number), rows, { constant: number() })
}

describe.each(engines)('%s', (engine) => {
  it('keeps the cost of a variable that a row fixes: 9x + 12y with 2x − 4y ≤ −4 is 12, not 0', async () => {
    const set = await solve(programme([9, 12], [{ terms: [2, -4], max: -4 }]), engine)
    expect(set.samples[0]).toMatchObject({ energy: 12, violation: 0 })
    expect(set).toMatchObject({ proof: 'optimal', bound: 12, stop: 'finished' })
  })

  it('agrees with brute force on 200 random binary programmes', async () => {
    for (let index = 0; index < 200; index++) {
      const milp = randomProgramme(index)
      const truth = bruteForce(milp)
      const set = await solve(milp, engine)
      expect({ index, proof: set.proof, energy: set.samples[0]?.energy ?? null }).toEqual({
        index,
        proof: truth === null ? 'infeasible' : 'optimal',
        energy: truth,
      })
    }
  })

  it('keeps whole columns inside bounds other than 0 and 1: 3a − 2b, a ≥ −5, b ≤ 7, is −29', async () => {
    const set = await solve(programme([3, -2], [], { lower: [-5, -3], upper: [4, 7] }), engine)
    expect([...(set.samples[0].point ?? [])]).toEqual([-5, 7])
    expect(set.bound).toBe(-29)
  })

  it('shifts negative lower bounds through equality rows: a + b = −3 with a, b in [−2, 2] and least 5a + b', async () => {
    const set = await solve(
      programme([5, 1], [{ terms: [1, 1], min: -3, max: -3 }], { lower: [-2, -2], upper: [2, 2] }),
      engine,
    )
    expect(set.samples[0].energy).toBe(-11)
  })

  it('proves that x + y ≥ 3 has no bits', async () => {
    const set = await solve(programme([1, 1], [{ terms: [1, 1], min: 3 }]), engine)
    expect(set).toMatchObject({ samples: [], proof: 'infeasible', stop: 'finished' })
  })

  it('says so when nothing holds the objective up: least −x for a whole x without an upper bound', async () => {
    const set = await solve(programme([-1], [], { upper: [Number.POSITIVE_INFINITY] }), engine)
    expect(set).toMatchObject({ proof: null, bound: null })
    expect(set.notes.join()).toContain('no lower bound')
  })

  it('takes rows without terms, programmes without rows and an objective of zeros', async () => {
    expect((await solve(programme([0, 0], [{ terms: [0, 0], max: 2 }]), engine)).proof).toBe('optimal')
    expect((await solve(programme([0, 0], [{ terms: [0, 0], min: 2 }]), engine)).proof).toBe('infeasible')
    expect((await solve(programme([1, -1], [], { constant: 4 }), engine)).bound).toBe(3)
  })

  it('mixes whole and real columns: least x + y with 2x + 4y ≥ 5, x whole and y real in [0, 1], is 1 + 3/4', async () => {
    const set = await solve(programme([1, 1], [{ terms: [2, 4], min: 5 }], { upper: [5, 1], integer: [1, 0] }), engine)
    expect(set.samples[0].energy).toBeCloseTo(1.75, 9)
    expect(set.proof).toBe('optimal')
  })

  it('does nothing after the deadline and nothing after an abort', async () => {
    const clock = fakeClock()
    const run = createRun({ clock, timeLimitMs: 5 })
    clock.advance(5)
    expect(await sample(programme([1], []), ilp({ engine }), run)).toMatchObject({ samples: [], stop: 'time', work: 0 })
    expect(await solve(programme([1], []), engine, { signal: AbortSignal.abort() })).toMatchObject({
      samples: [],
      stop: 'aborted',
      work: 0,
    })
  })
})

describe('limits', () => {
  it('a work budget ends HiGHS at the same incumbent and bound every time', async () => {
    const milp = covering('budget', 60, 30)
    const first = await solve(milp, 'highs', { work: 3e6 })
    const second = await solve(milp, 'highs', { work: 3e6 })
    expect(first.stop).toBe('budget')
    expect(first.samples).toHaveLength(1)
    expect(second).toEqual(first)
    expect(first.bound).toBeLessThan(first.samples[0].energy)
  })

  it('a run that its clock ended is replayed by the work it names', async () => {
    const milp = covering('clock', 60, 30)
    let calls = 0
    const clock = { now: () => calls++ * 10 }
    const timed = await sample(milp, ilp({ engine: 'highs' }), createRun({ clock, timeLimitMs: 1500 }))
    expect(timed.stop).toBe('time')
    const replayed = await solve(milp, 'highs', { work: timed.work })
    expect(replayed.samples).toEqual(timed.samples)
    expect(replayed.work).toBe(timed.work)
  })

  it('a larger budget is never worse', async () => {
    const milp = covering('budget', 60, 30)
    const energies = []
    for (const work of [1e6, 3e6, 3e7])
      energies.push((await solve(milp, 'highs', { work })).samples[0]?.energy ?? Number.POSITIVE_INFINITY)
    expect(energies).toEqual([...energies].sort((a, b) => b - a))
  })

  it('javascript-lp-solver obeys no limit, so without a worker to end it refuses what is not tiny', async () => {
    await expect(solve(covering('refused', 60, 30), 'javascript-lp-solver')).rejects.toThrow(/UNSUPPORTED.*60 columns/)
  })

  it('incumbents are offered on the way, each better than the one before', async () => {
    const offered: Sample[] = []
    await solve(covering('offers', 60, 30), 'highs', { work: 1e7, offer: (s: Sample) => offered.push(s) })
    expect(offered.length).toBeGreaterThan(1)
    expect(offered.every((s, k) => k === 0 || s.energy <= offered[k - 1].energy)).toBe(true)
  })

  it('a gap that is good enough ends earlier, with the bound and without a proof', async () => {
    const set = await sample(covering('gap', 60, 30), ilp({ engine: 'highs', gap: 0.2 }), createRun({ work: 1e9 }))
    expect(set.proof).toBe(null)
    expect(set.stop).toBe('finished')
    expect(set.samples[0].energy - (set.bound as number)).toBeLessThanOrEqual(0.2 * set.samples[0].energy)
  })
})

it('the notes name the engine and why', async () => {
  expect((await solve(programme([1], []))).notes[0]).toBe(
    'engine javascript-lp-solver, because the programme is tiny (1 columns, 0 rows)',
  )
})

it('an unknown engine or option is refused', () => {
  expect(() => ilp({ engine: 'cplex' } as never)).toThrow('OPTION_INVALID')
  expect(() => ilp({ gapp: 1 } as never)).toThrow('OPTION_INVALID')
})

describe('numbers beyond the tolerance of an engine', () => {
  const task = (terms: Record<string, number>) => qubo(terms)
  const solveProblem = createSolve({ solver: ilp, openPool: () => null })

  it.each(['javascript-lp-solver', 'highs'] as const)(
    '%s sees coefficients of 1e-9 as well as of 1',
    async (engine) => {
      const report = await solveProblem(task({ a: 1e-9, b: -1e-9, 'a*b': -3e-9 }), {
        solver: ilp({ engine }),
        work: 1e6,
      })
      expect([report.status, report.feasible && report.answer]).toEqual(['optimal', { a: 1, b: 1 }])
    },
  )

  it('does not say that nothing fits where a row has a millionth beside a three', async () => {
    const items = { axe: 3, bow: 2, cup: 1, dye: 1, pin: 0.000001 }
    const report = await solveProblem(binPacking({ items, capacity: 3 }), { solver: ilp(), work: 1e6 })
    expect(report.status).not.toBe('infeasible')
  })

  it('proves nothing where the smallest coefficient vanishes beside the largest', async () => {
    const report = await solveProblem(task({ a: 1e12, b: -1e-9 }), { solver: ilp(), work: 1e6 })
    expect([report.status, report.bound]).toEqual(['feasible', null])
  })
})
