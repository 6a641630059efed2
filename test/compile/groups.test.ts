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

describe('subsets', () => {
  const sum = (columns: readonly number[], factor = 1) => columns.map((c) => [factor, c] as const)

  it('exactly k of n is one, also when every number is tripled or turned; one of n and n of n are none', () => {
    const model = new Model()
    model.bits(16)
    model
      .subjectTo('two', sum([0, 1, 2]), '==', 2)
      .subjectTo('tripled', sum([3, 4, 5, 6], 3), '==', 6)
      .subjectTo('turned', sum([7, 8, 9], -0.1), '==', -0.2)
      .subjectTo('one', sum([10, 11]), '==', 1)
      .subjectTo('all', sum([12, 13]), '==', 2)
      .subjectTo('half', sum([14, 15], 2), '==', 3)
    const { groups, constraints } = grouped(model)
    expect(groups.map(({ name, group }) => [name, group.kind === 'subset' ? group.count : group.kind])).toEqual([
      ['one', 'one-hot'],
      ['two', 2],
      ['tripled', 2],
      ['turned', 2],
    ])
    expect(constraints.map((c) => c.name)).toEqual(['all', 'half'])
  })

  it('one-hot groups come first, wishes and inequalities are left', () => {
    const model = new Model()
    model.bits(8)
    model
      .subjectTo('two', sum([0, 1, 2]), '==', 2)
      .exactlyOne('one', [2, 3])
      .subjectTo('wish', sum([4, 5, 6]), '==', 2, 1)
      .subjectTo('most', sum([4, 5, 6]), '<=', 2)
    const { groups, constraints } = grouped(model)
    expect(groups.map((g) => g.name)).toEqual(['one'])
    expect(constraints.map((c) => c.name)).toEqual(['two', 'wish', 'most'])
  })

  it('a subset that the solver holds has no penalty, else (x + y + z − 2)² times its weight', () => {
    const model = new Model()
    model.bits(3)
    model.minimise([5, 0]).subjectTo('two', sum([0, 1, 2]), '==', 2)
    const held = compileModel(model, 'qubo', { native: ['subset'], memoryLimitMiB: 8 })
    expect(held.certificates).toMatchObject([{ constraint: 'two', weight: 0, method: 'held' }])
    expect([held.form.offset, ...held.form.linear, ...held.form.value]).toEqual([0, 5, 0, 0])
    const { form, certificates } = compileModel(model, 'qubo', { native: [], memoryLimitMiB: 8 })
    // Of three that are on, x may stay: the third-dearest to remove costs 0, and adding y costs 0.
    expect(certificates).toMatchObject([{ constraint: 'two', weight: 1, method: 'repair' }])
    expect([form.offset, ...form.linear]).toEqual([4, 5 - 3, -3, -3])
    expect(form.groups).toEqual([{ kind: 'subset', count: 2, members: Uint32Array.of(0, 1, 2) }])
  })
})
