import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileModel } from '../../src/compile/index.ts'
import { evaluate, Model } from '../../src/model/index.ts'
import { quboEnergy } from '../../src/qubo/index.ts'
import { enumerateModel } from '../contracts/rewrite.ts'
import { tinyModels } from '../contracts/tiny-models.ts'

const certificatesOf = (model: Model) => compileModel(model, 'qubo', { native: [], memoryLimitMiB: 64 }).certificates

describe('sufficient weights', () => {
  it('an independent set needs 2, however large the graph', () => {
    const model = new Model()
    const first = model.bits(50)
    for (let k = 0; k < 50; k++)
      model.minimise([-1, first + k]).atMostOne(`edge ${k}`, [first + k, first + ((k + 1) % 50)])
    expect(new Set(certificatesOf(model).map((c) => `${c.method} ${c.weight}`))).toEqual(new Set(['repair 2']))
  })

  it('a vertex cover needs 2', () => {
    const model = new Model()
    const first = model.bits(50)
    for (let k = 0; k < 50; k++)
      model.minimise([1, first + k]).subjectTo(
        `edge ${k}`,
        [
          [1, first + k],
          [1, first + ((k + 1) % 50)],
        ],
        '>=',
        1,
      )
    expect(new Set(certificatesOf(model).map((c) => `${c.method} ${c.weight}`))).toEqual(new Set(['repair 2']))
  })

  it('a choice with prices 3, 4, 9 needs more than 3: an empty choice must not pay', () => {
    const model = new Model()
    const first = model.choice('seat', ['a', 'b', 'c'])
    model.minimise([3, first], [4, first + 1], [9, first + 2])
    expect(certificatesOf(model)[0]).toMatchObject({ method: 'repair', weight: 4 })
  })
})

describe('sufficient weights of mixed and larger models', () => {
  it('a tour of 30 with distances up to 5 needs 11, not 30·5', () => {
    const model = new Model()
    const order = 30
    const first = model.permutation('tour', order)
    for (let p = 0; p < order; p++) {
      for (let i = 0; i < order; i++) {
        for (let j = 0; j < order; j++)
          if (i !== j) model.minimise([5, first + i * order + p, first + j * order + ((p + 1) % order)])
      }
    }
    expect(certificatesOf(model)[0]).toMatchObject({
      method: 'repair',
      weight: 11,
      upper: 150,
      lower: 0,
      smallestViolation: 2,
    })
  })

  it('mixed rules rest on bounds: a price of up to 4 and a wish of up to 3·1² give 8', () => {
    const model = new Model()
    const [x, y, z] = [model.bit(), model.bit(), model.bit()]
    model
      .minimise([4, x])
      .subjectTo(
        'sum',
        [
          [1, x],
          [2, y],
          [3, z],
        ],
        '==',
        3,
      )
      .subjectTo('calm', [[1, y]], '==', 0, 3)
    expect(certificatesOf(model)[0]).toMatchObject({ method: 'bounds', upper: 7, lower: 0, weight: 8 })
  })

  it('real coefficients get a margin of one per cent', () => {
    const model = new Model()
    const [x, y, z] = [model.bit(), model.bit(), model.bit()]
    model.minimise([0.5, x]).subjectTo(
      'sum',
      [
        [1, x],
        [2, y],
        [3, z],
      ],
      '==',
      3,
    )
    expect(certificatesOf(model)[0].weight).toBeCloseTo(0.5 * 1.01 + 0.005, 12)
  })
})

describe('weights by bounds', () => {
  it('lift every infeasible point above every feasible one', () => {
    fc.assert(
      fc.property(tinyModels(), (model) => {
        const { form, lift, certificates } = compileModel(model, 'qubo', { native: [], memoryLimitMiB: 8 })
        fc.pre(form.size <= 12 && certificates.every((c) => c.method === 'bounds'))
        const judged = enumerateModel(model).map((x) => evaluate(model, x))
        const dearest = Math.max(...judged.filter((e) => e.violation === 0).map((e) => e.energy))
        for (let state = 0; state < 2 ** form.size; state++) {
          const y = Int8Array.from({ length: form.size }, (_, k) => (state >> k) & 1)
          if (evaluate(model, lift(y)).violation > 0) expect(quboEnergy(form, y)).toBeGreaterThan(dearest)
        }
      }),
      { numRuns: 100, seed: 5 },
    )
  })
})

describe('weights of subsets', () => {
  it('four of twelve worth 1 to 12 need more than 8: the fifth-dearest to lose', () => {
    const model = new Model()
    const terms = Array.from({ length: 12 }, (_, k) => [1, k] as const)
    model.bits(12)
    for (let k = 0; k < 12; k++) model.minimise([-1 - k, k])
    model.subjectTo('four', terms, '==', 4)
    expect(certificatesOf(model)[0]).toMatchObject({ method: 'repair', weight: 9, upper: -10, lower: -78 })
  })

  it('with a price of 3 for every pair of six, three need more than 2·3: the third meets two others', () => {
    const model = new Model()
    model.bits(6)
    for (let i = 0; i < 6; i++) for (let j = 0; j < i; j++) model.minimise([3, i, j])
    model.subjectTo(
      'three',
      Array.from({ length: 6 }, (_, k) => [1, k] as const),
      '==',
      3,
    )
    // Three on make three pairs: 9. None on: 0.
    expect(certificatesOf(model)[0]).toMatchObject({ method: 'repair', weight: 7, upper: 9, lower: 0 })
  })
})
