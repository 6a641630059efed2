import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quboEnergy, quboFromCoo } from '../../src/qubo/index.ts'
import { components } from '../../src/reduce/components.ts'

it('a pair and a single variable are two parts', () => {
  const { parts, offset, merge } = components(quboFromCoo(3, [0, 1], [2, 1], [4, -7], { offset: 3 }))
  expect(parts.map((p) => [...p.variables])).toEqual([[0, 2], [1]])
  expect(parts.map((p) => quboEnergy(p.qubo, [1, 1].slice(0, p.qubo.size)))).toEqual([4, -7])
  expect([offset, ...merge([[1, 0], [1]])]).toEqual([3, 1, 1, 0])
})

it('a group holds its members together', () => {
  const groups = [{ kind: 'one-hot' as const, members: Uint32Array.of(1, 2) }]
  const { parts } = components(quboFromCoo(3, [], [], [], { groups, native: ['one-hot'] }))
  expect(parts.map((p) => [...p.variables])).toEqual([[0], [1, 2]])
  expect([...parts[1].qubo.groups[0].members]).toEqual([0, 1])
  expect(parts[1].qubo.native).toEqual(['one-hot'])
})

it('the energies of the parts and the offset add up', () => {
  const term = fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: -9, max: 9 }))
  fc.assert(
    fc.property(fc.array(term, { maxLength: 9 }), fc.array(fc.nat(1), { minLength: 12, maxLength: 12 }), (terms, x) => {
      const qubo = quboFromCoo(
        12,
        terms.map((t) => t[0]),
        terms.map((t) => t[1]),
        terms.map((t) => t[2]),
        { offset: 5 },
      )
      const { parts, offset, merge } = components(qubo)
      const points = parts.map((p) => [...p.variables].map((i) => x[i]))
      expect([...merge(points)]).toEqual(x)
      expect(parts.reduce((sum, p, k) => sum + quboEnergy(p.qubo, points[k]), offset)).toBe(quboEnergy(qubo, x))
    }),
  )
})

it('nothing has no parts', () => {
  expect(components(quboFromCoo(0, [], [], [])).parts).toEqual([])
})
