import { describe, expect, it } from 'vitest'
import { disjoint, exhaustTree, log2States } from '../../src/kernel/exhaust-tree.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'

describe('the tree of all states', () => {
  it('counts 2 per free bit, k per one-hot group and n! per permutation', () => {
    expect(log2States(3, [])).toBe(3)
    expect(log2States(1, [{ kind: 'one-hot', members: [0, 1, 2, 3] }])).toBe(3)
    expect(log2States(0, [{ kind: 'permutation', order: 3, members: new Uint8Array(9) }])).toBeCloseTo(Math.log2(6), 12)
  })

  it('puts groups first and keeps the last free bits in a table', () => {
    const groups = [{ kind: 'one-hot' as const, members: Uint32Array.of(3, 1) }]
    const tree = exhaustTree(quboFromCoo(5, [0], [4], [7], { groups, native: ['one-hot'] }))
    expect([...tree.variable]).toEqual([3, 1, 0, 2, 4])
    expect(tree.tableBits).toBe(3)
    expect([...tree.table]).toEqual([0, 0, 0, 0, 0, 7, 0, 7])
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
