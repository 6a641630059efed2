import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quboEnergy, quboFromCoo } from '../../src/qubo/index.ts'
import { wholeGroups, windowOf } from '../../src/split/window.ts'

it('fixed neighbours go into the linear terms, the rest into the offset', () => {
  // a + 2ab + 4bc + 8c at c = 1: the window {a, b} is 8 + a + 2ab + 4b
  const { qubo, variables } = windowOf(quboFromCoo(3, [0, 0, 1, 2], [0, 1, 2, 2], [1, 2, 4, 8]), [0, 0, 1], [1, 0])
  expect([[...variables], qubo.offset, [...qubo.linear], [...qubo.value]]).toEqual([[0, 1], 8, [1, 4], [2, 2]])
})

it('has the energies of the whole with the window written in', () => {
  const term = fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: -9, max: 9 }))
  const bits = fc.array(fc.nat(1), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(term), bits, bits, fc.uniqueArray(fc.nat(7)), (terms, x, y, chosen) => {
      const qubo = quboFromCoo(
        8,
        terms.map((t) => t[0]),
        terms.map((t) => t[1]),
        terms.map((t) => t[2]),
        { offset: 5 },
      )
      const window = windowOf(qubo, x, chosen)
      const merged = x.map((bit, i) => (chosen.includes(i) ? y[i] : bit))
      expect(
        quboEnergy(
          window.qubo,
          [...window.variables].map((i) => y[i]),
        ),
      ).toBe(quboEnergy(qubo, merged))
    }),
  )
})

describe('groups', () => {
  const oneHot = (...members: number[]) => ({ kind: 'one-hot' as const, members: Uint32Array.from(members) })
  const qubo = quboFromCoo(6, [], [], [], { groups: [oneHot(0, 1, 2), oneHot(3, 4, 5)] })

  it('are kept when they lie inside, or when what is fixed of them is 0', () => {
    const { qubo: inside } = windowOf(qubo, [0, 0, 1, 1, 0, 0], [0, 1, 2, 3, 4])
    expect(inside.groups.map((g) => [...g.members])).toEqual([
      [0, 1, 2],
      [3, 4],
    ])
  })

  it('are dropped when a fixed member is 1', () => {
    expect(windowOf(qubo, [0, 0, 1, 1, 0, 0], [0, 1, 4, 5]).qubo.groups).toEqual([])
  })

  it('that the solver must keep are completed where they fit and left out where they do not', () => {
    const native = { ...qubo, native: ['one-hot' as const] }
    expect([...wholeGroups(native, [0, 3], 6)]).toEqual([0, 1, 2, 3, 4, 5])
    expect([...wholeGroups(native, [0, 3], 4)]).toEqual([0, 1, 2])
    expect([...wholeGroups(qubo, [3, 0], 4)]).toEqual([0, 3])
  })

  it('of exactly three of five leave exactly two of three when one of the others is 1', () => {
    const subset = { kind: 'subset' as const, count: 3, members: Uint32Array.of(0, 1, 2, 3, 4) }
    const chosen = { ...quboFromCoo(6, [], [], [], { groups: [subset] }), native: ['subset' as const] }
    expect([...wholeGroups(chosen, [1, 2, 3], 3)]).toEqual([1, 2, 3])
    expect(windowOf(chosen, [1, 0, 1, 1, 0, 0], [1, 2, 3]).qubo.groups).toEqual([
      { kind: 'subset', count: 2, members: Uint32Array.of(0, 1, 2) },
    ])
    // Four are 1 outside of {1}: nothing that it can do keeps the subset.
    expect(windowOf(chosen, [1, 0, 1, 1, 1, 0], [1, 5]).qubo.groups).toEqual([])
  })

  it('that overlap are left out together', () => {
    const chain = {
      ...quboFromCoo(5, [], [], [], { groups: [oneHot(0, 1, 2), oneHot(2, 3, 4)] }),
      native: ['one-hot' as const],
    }
    expect([...wholeGroups(chain, [0, 1], 4)]).toEqual([])
  })
})
