import { describe, expect, it } from 'vitest'
import { combinations, disjoint, exhaustTree, log2States } from '../../src/kernel/exhaust-tree.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'

describe('the tree of all states', () => {
  it('counts 2 per free bit, k per one-hot group, n over k per subset and n! per permutation', () => {
    expect(log2States(3, [])).toBe(3)
    expect(log2States(1, [{ kind: 'one-hot', members: Uint32Array.of(0, 1, 2, 3) }])).toBe(3)
    expect(log2States(1, [{ kind: 'subset', count: 2, members: new Uint32Array(5) }])).toBeCloseTo(Math.log2(20), 12)
    expect(log2States(0, [{ kind: 'permutation', order: 3, members: new Uint32Array(9) }])).toBeCloseTo(
      Math.log2(6),
      12,
    )
  })

  it('puts groups first and keeps the last free bits in a table', () => {
    const groups = [{ kind: 'one-hot' as const, members: Uint32Array.of(3, 1) }]
    const tree = exhaustTree(quboFromCoo(5, [0], [4], [7], { groups, native: ['one-hot'] }))
    expect([...tree.variable]).toEqual([3, 1, 0, 2, 4])
    expect(tree.tableBits).toBe(3)
    expect([...tree.table]).toEqual([0, 0, 0, 0, 0, 7, 0, 7])
  })

  it('a subset has a digit for each of its ones, with room for those to come', () => {
    const groups = [{ kind: 'subset' as const, count: 2, members: Uint32Array.of(4, 1, 3) }]
    const tree = exhaustTree(quboFromCoo(5, [], [], [], { groups, native: ['subset'] }))
    expect([...tree.variable]).toEqual([4, 1, 3, 0, 2])
    expect([...tree.option].map((place) => tree.variable[place])).toEqual([4, 1, 1, 3])
    expect([...tree.choices]).toEqual([3, 1])
    expect([...tree.follows]).toEqual([0, 1])
  })

  it('5 over 2 is 10, 20 over 8 is 125970, n over nothing is 1', () => {
    expect([combinations(5, 2), combinations(20, 8), combinations(7, 0), combinations(7, 7)]).toEqual([
      10, 125970, 1, 1,
    ])
  })

  it('takes a group with a penalty of its own for free bits', () => {
    const groups = [{ kind: 'one-hot' as const, members: Uint32Array.of(0, 1) }]
    expect(exhaustTree(quboFromCoo(2, [], [], [], { groups })).choices).toHaveLength(0)
  })

  it('sees when two groups share a variable', () => {
    const group = (...members: number[]) => ({ kind: 'one-hot' as const, members: Uint32Array.from(members) })
    expect(disjoint([group(0, 1), group(2, 3)])).toBe(true)
    expect(disjoint([group(0, 1), group(1, 2)])).toBe(false)
  })
})
