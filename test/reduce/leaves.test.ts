import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { pruneLeaves } from '../../src/reduce/leaves.ts'

it('a chain vanishes whole, and its least energy is the offset', () => {
  // −a + 2ab − b + 2bc − c: the ends are 1, the middle 0
  const { to, lift } = pruneLeaves(quboFromCoo(3, [0, 0, 1, 1, 2], [0, 1, 1, 2, 2], [-1, 2, -1, 2, -1]))
  expect([to.size, to.offset]).toEqual([0, -2])
  expect([...lift(new Int8Array(0))]).toEqual([1, 0, 1])
})

it('a ring of five repelling pairs vanishes too: four of five can be satisfied', () => {
  const ring = [0, 1, 2, 3, 4]
  const cut = quboFromCoo(
    5,
    [...ring, ...ring],
    [...ring, ...ring.map((i) => (i + 1) % 5)],
    [...ring.map(() => -2), ...ring.map(() => 2)],
  )
  const { to } = pruneLeaves(cut)
  expect([to.size, to.offset]).toEqual([0, -4])
})

it('four variables coupled to each other all stay', () => {
  expect(pruneLeaves(quboFromCoo(4, [0, 0, 0, 1, 1, 2], [1, 2, 3, 2, 3, 3], [1, -1, 1, -1, 1, -1])).to.size).toBe(4)
})

it('members of groups stay', () => {
  const groups = [{ kind: 'one-hot' as const, members: Uint32Array.of(0, 1) }]
  expect([...pruneLeaves(quboFromCoo(3, [0, 2], [1, 2], [2, -1], { groups })).to.groups[0].members]).toEqual([0, 1])
})
