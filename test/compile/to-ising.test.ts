import { describe, expect, it } from 'vitest'
import { toIsing } from '../../src/compile/to-ising.ts'
import { Model } from '../../src/model/index.ts'
import { isingEnergy } from '../../src/qubo/index.ts'

const options = { native: [], memoryLimitMiB: 8 }

describe('a model as an Ising form', () => {
  it('spins stay as they are, a squared spin is 1', () => {
    const model = new Model()
    const [s, t] = [model.spin(), model.spin()]
    model.minimise([3, s, t], [2, s], [5, t, t], 1)
    expect(toIsing(options)(model).to).toMatchObject({
      offset: 6,
      field: Float64Array.of(2, 0),
      value: Float64Array.of(3, 3),
      column: Uint32Array.of(1, 0),
    })
  })

  it('bits go by way of the Qubo: 4·a·b is 1 + s + t + s·t', () => {
    const model = new Model()
    model.minimise([4, model.bit(), model.bit()])
    const { to, lift, lower } = toIsing(options)(model)
    expect(to).toMatchObject({ offset: 1, field: Float64Array.of(1, 1), value: Float64Array.of(1, 1) })
    expect([...lift(Int8Array.of(-1, 1))]).toEqual([0, 1])
    expect(isingEnergy(to, lower(Float64Array.of(1, 1)) as Int8Array)).toBe(4)
  })

  it('a point that is no spin has no image', () => {
    const model = new Model()
    model.spin()
    expect(toIsing(options)(model).lower(Float64Array.of(0))).toBeNull()
  })
})
