import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { contractImplied } from '../../src/reduce/implied.ts'

it('a strong attraction makes two variables one', () => {
  // a + b − 3ab: both or none
  const { to, lift } = contractImplied(quboFromCoo(2, [0, 1, 0], [0, 1, 1], [1, 1, -3]))
  expect([to.size, to.linear[0], to.offset]).toEqual([1, -1, 0])
  expect([...lift(Int8Array.of(1))]).toEqual([1, 1])
})

it('a strong repulsion makes one the complement of the other', () => {
  // −2a − b + 3ab: one of them, never both
  const { to, lift } = contractImplied(quboFromCoo(2, [0, 1, 0], [0, 1, 1], [-2, -1, 3]))
  expect(to.size).toBe(1)
  expect([...lift(Int8Array.of(0))]).toEqual([1, 0])
  expect([...lift(Int8Array.of(1))]).toEqual([0, 1])
  expect([to.offset, to.offset + to.linear[0]]).toEqual([-2, -1])
})

it('a coupling that others outvote decides nothing', () => {
  // −3 for each of four variables, 2 for each of their pairs: any one alone sways a variable from −3 to −1 only
  const pairs = [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ]
  const terms = [...pairs.map(([i, j]) => [i, j, 2]), ...[0, 1, 2, 3].map((i) => [i, i, -3])]
  expect(
    contractImplied(
      quboFromCoo(
        4,
        terms.map((t) => t[0]),
        terms.map((t) => t[1]),
        terms.map((t) => t[2]),
      ),
    ).to.size,
  ).toBe(4)
})
