import { describe, expect, it } from 'vitest'
import { toQubo } from '../../src/compile/to-qubo.ts'
import { Model } from '../../src/model/index.ts'
import { quboEnergy } from '../../src/qubo/index.ts'

const options = { native: [], memoryLimitMiB: 8 }

describe('a model as a Qubo', () => {
  it('a knapsack of 2 + 3 ≤ 4 at profits 5 and 6: taking both costs more than anything allowed', () => {
    const model = new Model()
    const [x, y, z] = [model.bit(), model.bit(), model.bit()]
    model.minimise([-5, x], [-6, y], [-1, z]).subjectTo(
      'room',
      [
        [2, x],
        [3, y],
        [1, z],
      ],
      '<=',
      4,
    )
    const { to, lower, lift } = toQubo(options)(model)
    const energy = (...point: number[]) => quboEnergy(to, lower(Float64Array.from(point)) as Int8Array)
    expect([energy(0, 1, 1), energy(1, 0, 1)]).toEqual([-7, -6])
    expect(energy(1, 1, 0)).toBeGreaterThan(0)
    expect([...lift(lower(Float64Array.of(0, 1, 1)) as Int8Array)]).toEqual([0, 1, 1])
  })

  it('a wish costs weight × violation², at its best slack', () => {
    const model = new Model()
    const first = model.bits(3)
    model.atMostOne('calm', [first, first + 1, first + 2], 5)
    const { to, lower } = toQubo(options)(model)
    const energy = (...point: number[]) => quboEnergy(to, lower(Float64Array.from(point)) as Int8Array)
    expect([energy(0, 0, 0), energy(1, 0, 0), energy(1, 1, 0), energy(1, 1, 1)]).toEqual([0, 0, 5, 20])
  })

  it('coefficients that no power of ten makes whole are refused with the remedy', () => {
    const model = new Model()
    const first = model.bits(3)
    model.subjectTo(
      'thirds',
      [
        [1 / 3, first],
        [1, first + 1],
        [1, first + 2],
      ],
      '<=',
      1,
    )
    expect(() => toQubo(options)(model)).toThrow('Scale and round the constraint to whole coefficients')
  })
})
