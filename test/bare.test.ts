import { describe, expect, it } from 'vitest'
import { problemOf, sample, taskOf } from '../src/bare.ts'
import { evaluate, Model } from '../src/model/index.ts'
import { isingFromCoo, type Milp, quboEnergy, quboFromCoo } from '../src/qubo/index.ts'
import { createRun, fakeClock, sampleSet } from '../src/run/index.ts'
import type { Solver } from '../src/solver.ts'

const options = { clock: fakeClock(), memoryLimitMiB: 64 }
/** 1 − 2a + 3ab */
const qubo = quboFromCoo(2, [0, 0], [0, 1], [-2, 3], { offset: 1 })
const oneHot = { kind: 'one-hot', members: Uint32Array.of(0, 1) } as const

describe('a bare Qubo', () => {
  it('is handed out as it is', () => {
    expect(taskOf(qubo, options).as('qubo').form).toBe(qubo)
  })

  it('has the same energies as its model and as its Ising form', () => {
    const task = taskOf(qubo, options)
    for (const x of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]) {
      const energy = quboEnergy(qubo, x)
      expect(evaluate(task.model, x).energy).toBe(energy)
      expect(task.sampleOf(Float64Array.from(x))).toMatchObject({ energy, violation: 0 })
      const { form, lower, lift } = task.as('ising')
      const spins = lower(Float64Array.from(x)) as Int8Array
      expect([...lift(spins)]).toEqual(x)
      expect(
        form.offset + form.field[0] * spins[0] + form.field[1] * spins[1] + form.value[0] * spins[0] * spins[1],
      ).toBe(energy)
    }
  })

  it('with a native group needs a solver that keeps it, and its broken group is a violation', () => {
    const grouped = quboFromCoo(2, [0], [0], [-2], { groups: [oneHot], native: ['one-hot'] })
    const task = taskOf(grouped, options)
    expect(task.as('qubo', ['one-hot']).form).toBe(grouped)
    expect(task.model.structures).toMatchObject([{ kind: 'one-hot' }])
    expect(task.sampleOf(Float64Array.of(1, 1)).violation).toBe(1)
    expect(problemOf(grouped).check(Int8Array.of(1, 0))).toEqual([])
  })

  it('with a native subset is a model with a rule, which is broken by two ones of three where one is missing', () => {
    const subset = { kind: 'subset' as const, count: 2, members: Uint32Array.of(0, 1, 2) }
    const task = taskOf(quboFromCoo(3, [0], [0], [-2], { groups: [subset], native: ['subset'] }), options)
    expect(task.model.constraints).toMatchObject([{ name: 'group 0', sense: '==', bound: 2 }])
    expect(task.as('qubo').certificates).toMatchObject([{ constraint: 'group 0', method: 'repair' }])
    expect(task.sampleOf(Float64Array.of(1, 0, 0))).toMatchObject({ energy: -2, violation: 1 })
    expect(task.sampleOf(Float64Array.of(1, 0, 1))).toMatchObject({ energy: -2, violation: 0 })
  })

  it('answers with the plain point', () => {
    const task = taskOf(qubo, options)
    const judged = task.judge(task.sampleOf(Float64Array.of(1, 0)))
    expect(judged).toMatchObject({ answer: Int8Array.of(1, 0), feasible: true, cost: -1 })
    expect(task.judge(task.sampleOf(Float64Array.of(2, 0))).violations[0].message).toBe('variable 0 is 2, not 0 or 1')
  })

  it('can be sampled by a solver', async () => {
    const zeros: Solver = {
      name: 'zeros',
      spec: 'zeros',
      accepts: ['qubo'],
      sample: async (task) =>
        sampleSet({ replay: 'zeros', samples: [task.sampleOf(task.as('qubo').lift(new Int8Array(2)))] }),
    }
    expect((await sample(qubo, zeros, createRun())).samples[0].energy).toBe(1)
  })
})

describe('a bare Ising form', () => {
  it('is handed out as it is, and as bits with equal energy', () => {
    const ising = isingFromCoo(2, [0], [1], [-1])
    const task = taskOf(ising, options)
    expect(task.as('ising').form).toBe(ising)
    const { form, lift } = task.as('qubo')
    expect([...lift(Int8Array.of(0, 1))]).toEqual([-1, 1])
    expect(quboEnergy(form, [0, 1])).toBe(1)
    expect(problemOf(ising).cost(Int8Array.of(1, 1))).toBe(-1)
    expect(evaluate(task.model, [1, 1])).toMatchObject({ energy: -1, violation: 0 })
  })
})

describe('a bare programme', () => {
  /** minimise y with 2 ≤ 2y ≤ 5, 0 ≤ y ≤ 9 */
  const milp = (integer: 0 | 1): Milp => ({
    kind: 'milp',
    size: 1,
    constant: 0,
    objective: Float64Array.of(1),
    lower: Float64Array.of(0),
    upper: Float64Array.of(9),
    integer: Uint8Array.of(integer),
    rows: 1,
    rowStart: Uint32Array.of(0, 1),
    column: Uint32Array.of(0),
    value: Float64Array.of(2),
    rowLower: Float64Array.of(2),
    rowUpper: Float64Array.of(5),
  })

  it('has a model with a constraint for each finite side', () => {
    const task = taskOf(milp(1), options)
    expect(task.model.constraints.map((c) => `${c.sense} ${c.bound}`)).toEqual(['>= 2', '<= 5'])
    expect(task.sampleOf(Float64Array.of(1))).toMatchObject({ energy: 1, violation: 0 })
    expect(task.sampleOf(Float64Array.of(4)).violation).toBe(3)
  })

  it('with real columns is a programme and nothing else', () => {
    const task = taskOf(milp(0), options)
    expect(task.as('milp').form.size).toBe(1)
    expect(() => task.model).toThrow('UNSUPPORTED')
  })
})

it('a bare model is judged by its own constraints', () => {
  const model = new Model()
  model.bits(2)
  model.exactlyOne('one', [0, 1]).minimise([5, 0])
  expect(problemOf(model).check(Float64Array.of(1, 1))).toMatchObject([{ rule: 'one', amount: 1 }])
  expect(problemOf(model).cost(Float64Array.of(1, 0))).toBe(5)
  expect(taskOf(model, options).model).toBe(model)
})
