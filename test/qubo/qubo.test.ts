import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formSize,
  isingEnergy,
  isingFromCoo,
  isingFromQubo,
  quboEnergy,
  quboFromCoo,
  quboFromIsing,
  quboOf,
} from '../../src/qubo/index.ts'

interface Terms {
  readonly size: number
  readonly terms: readonly (readonly [number, number, number])[]
  readonly offset: number
}

/** Quarters: sums and conversions of them are exact. */
const quarter = fc.integer({ min: -40, max: 40 }).map((x) => x / 4)

const termLists: fc.Arbitrary<Terms> = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    terms: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), quarter), { maxLength: 20 }),
    offset: quarter,
  }),
)

const lists = ({ size, terms }: Terms) =>
  [size, terms.map((t) => t[0]), terms.map((t) => t[1]), terms.map((t) => t[2])] as const
const quboFrom = (all: Terms) => quboFromCoo(...lists(all), { offset: all.offset })
const isingFrom = (all: Terms) => isingFromCoo(...lists(all), all.offset)
const points = (size: number) =>
  Array.from({ length: 1 << size }, (_, x) => Array.from({ length: size }, (_, k) => (x >> k) & 1))
const spins = (x: readonly number[]) => x.map((bit) => 2 * bit - 1)

describe('a Qubo', () => {
  it('has the energy of its terms, one by one', () => {
    fc.assert(
      fc.property(termLists, (all) => {
        const qubo = quboFrom(all)
        for (const x of points(all.size)) {
          const expected = all.terms.reduce((sum, [i, j, w]) => sum + w * x[i] * x[j], all.offset)
          expect(quboEnergy(qubo, x)).toBe(expected)
        }
      }),
    )
  })

  it('adds up repeated and mirrored pairs and forgets those that vanish', () => {
    const { rowStart, column, value } = quboFromCoo(3, [0, 1, 0, 2], [1, 0, 2, 0], [2, 3, 4, -4])
    expect([...rowStart]).toEqual([0, 1, 2, 2])
    expect([...column]).toEqual([1, 0])
    expect([...value]).toEqual([5, 5])
  })

  it('lists every pair in both rows with equal values, columns ascending', () => {
    fc.assert(
      fc.property(termLists, (all) => {
        const { size, rowStart, column, value } = quboFrom(all)
        const entries = Array.from({ length: size }, (_, i) => [...column.slice(rowStart[i], rowStart[i + 1])])
        const at = (i: number, j: number) => value[rowStart[i] + entries[i].indexOf(j)]
        entries.forEach((row, i) => {
          expect(row).toEqual([...new Set(row)].sort((a, b) => a - b))
          for (const j of row) expect([j === i, at(i, j)]).toEqual([false, at(j, i)])
        })
      }),
    )
  })

  it('counts its couplings once and compares its largest with its smallest coefficient', () => {
    expect(formSize(quboFromCoo(3, [0, 0, 1], [0, 1, 2], [-8, 2, 4]))).toEqual({
      variables: 3,
      couplings: 2,
      coefficientRange: 4,
    })
    expect(formSize(quboFromCoo(1, [], [], []))).toEqual({ variables: 1, couplings: 0, coefficientRange: 1 })
  })
})

describe('an Ising form', () => {
  it('has the energy of its terms; a field for equal indices', () => {
    const ising = isingFromCoo(2, [0, 0, 1], [0, 1, 0], [3, 1, 4], 10)
    expect(isingEnergy(ising, [1, 1])).toBe(10 + 3 + 5)
    expect(isingEnergy(ising, [-1, 1])).toBe(10 - 3 - 5)
  })

  it('made from a Qubo has the same energies', () => {
    fc.assert(
      fc.property(termLists, (all) => {
        const qubo = quboFrom(all)
        const ising = isingFromQubo(qubo)
        for (const x of points(all.size)) expect(isingEnergy(ising, spins(x))).toBe(quboEnergy(qubo, x))
      }),
    )
  })

  it('turned into a Qubo and back is the same', () => {
    fc.assert(
      fc.property(termLists, (all) => {
        const ising = isingFrom(all)
        const { offset, field, value } = isingFromQubo(quboFromIsing(ising))
        expect([offset, [...field].map((h) => h + 0), value]).toEqual([
          ising.offset,
          [...ising.field].map((h) => h + 0),
          ising.value,
        ])
      }),
    )
  })
})

describe('the hash', () => {
  it('does not depend on the order of the terms', () => {
    fc.assert(
      fc.property(termLists, (all) => {
        expect(quboFrom({ ...all, terms: [...all.terms].reverse() }).hash).toBe(quboFrom(all).hash)
      }),
    )
  })

  it('changes with any one number', () => {
    const hashes = [
      quboFromCoo(2, [0, 0], [0, 1], [1, 2]),
      quboFromCoo(2, [0, 0], [0, 1], [1, 3]),
      quboFromCoo(2, [1, 0], [1, 1], [1, 2]),
      quboFromCoo(3, [0, 0], [0, 1], [1, 2]),
      quboFromCoo(2, [0, 0], [0, 1], [1, 2], { offset: 1 }),
      quboFromCoo(2, [0, 0], [0, 1], [-1, 2]),
    ].map((qubo) => qubo.hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('tells apart the structures on the same members, and who keeps them', () => {
    const plain = quboFromCoo(4, [0], [1], [1])
    const members = Uint32Array.of(0, 1, 2, 3)
    const hashes = [
      plain,
      quboOf(plain, plain.linear, { groups: [{ kind: 'one-hot', members }] }),
      quboOf(plain, plain.linear, { groups: [{ kind: 'permutation', order: 2, members }] }),
      quboOf(plain, plain.linear, { groups: [{ kind: 'one-hot', members }], native: ['one-hot'] }),
      quboOf(plain, plain.linear, { groups: [{ kind: 'subset', count: 2, members }] }),
      quboOf(plain, plain.linear, { groups: [{ kind: 'subset', count: 3, members }] }),
    ].map((qubo) => qubo.hash)
    expect(new Set(hashes).size).toBe(6)
  })

  it('is the same on every platform and in every version', () => {
    expect(quboFromCoo(2, [0, 0], [0, 1], [1, 2]).hash).toMatchInlineSnapshot(`"c399c610c65868ca"`)
    expect(isingFromCoo(2, [0, 0], [0, 1], [1, 2]).hash).toMatchInlineSnapshot(`"93df55b1eba26c30"`)
  })
})
