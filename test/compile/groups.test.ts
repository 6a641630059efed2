import { describe, expect, it } from 'vitest'
import { grouped } from '../../src/compile/groups.ts'
import { compileModel } from '../../src/compile/index.ts'
import { Model } from '../../src/model/index.ts'

describe('groups', () => {
  it('hard exactly-one rules over free bits are promoted, in order', () => {
    const model = new Model()
    const first = model.bits(5)
    model
      .exactlyOne('a', [first, first + 1])
      .exactlyOne('b', [first + 1, first + 2])
      .exactlyOne('c', [first + 2, first + 3])
    const { groups, constraints } = grouped(model)
    expect([groups.map((g) => g.name), constraints.map((c) => c.name)]).toEqual([['a', 'c'], ['b']])
  })

  it('2x + 2y == 2 is exactly one too; wishes and x + 2y == 1 are not', () => {
    const model = new Model()
    const first = model.bits(6)
    model.subjectTo(
      'twice',
      [
        [2, first],
        [2, first + 1],
      ],
      '==',
      2,
    )
    model.subjectTo(
      'mixed',
      [
        [1, first + 2],
        [2, first + 3],
      ],
      '==',
      1,
    )
    model.exactlyOne('wish', [first + 4, first + 5], 1)
    expect(grouped(model).groups.map((g) => g.name)).toEqual(['twice'])
  })

  it('structures that share bits are penalised, not grouped', () => {
    const model = new Model()
    const first = model.choice('first', ['a', 'b'])
    model.structures.push({ kind: 'one-hot', name: 'second', members: Uint32Array.of(first + 1, model.bit()) })
    const { form, certificates } = compileModel(model, 'qubo', { native: ['one-hot'], memoryLimitMiB: 8 })
    expect(form.groups.length).toBe(1)
    expect(certificates.map((c) => [c.constraint, c.method])).toEqual([
      ['second', 'bounds'],
      ['first', 'held'],
    ])
  })

  it('what the solver holds has no penalty but stays in the groups', () => {
    const model = new Model()
    model.minimise([1, model.choice('colour', ['red', 'blue'])])
    const { form } = compileModel(model, 'qubo', { native: ['one-hot'], memoryLimitMiB: 8 })
    expect(form).toMatchObject({
      native: ['one-hot'],
      offset: 0,
      linear: Float64Array.of(1, 0),
      value: new Float64Array(0),
    })
    expect(form.groups).toEqual([{ kind: 'one-hot', members: Uint32Array.of(0, 1) }])
  })
})
