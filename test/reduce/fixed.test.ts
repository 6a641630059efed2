import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { fixPersistent, persistentValues } from '../../src/reduce/fixed.ts'

it('a variable whose linear coefficient outweighs its couplings is fixed', () => {
  // 5a − 4ab + b·0 − b·c·… : a costs at least 5 − 4 > 0
  expect([...persistentValues(quboFromCoo(2, [0, 0], [0, 1], [5, -4]))]).toEqual([0, 0])
  expect([...persistentValues(quboFromCoo(1, [0], [0], [-1]))]).toEqual([1])
})

it('fixing one variable decides the next', () => {
  // a = 1 pays 5; then b costs −3 + 4 = 1, so b = 0; then c is free of b and pays 1
  const { to, lift } = fixPersistent(
    quboFromCoo(3, [0, 0, 1, 1, 2], [0, 1, 1, 2, 2], [-5, 4, -3, 2, -1], { offset: 10 }),
  )
  expect(to.size).toBe(0)
  expect([...lift(new Int8Array(0))]).toEqual([1, 0, 1])
  expect(to.offset).toBe(10 - 5 - 1)
})

it('two variables that need each other stay', () => {
  expect(fixPersistent(quboFromCoo(2, [0, 0, 1], [0, 1, 1], [1, -3, 1])).to.size).toBe(2)
})

it('members of a native group stay, whatever they cost', () => {
  const groups = [{ kind: 'one-hot' as const, members: Uint32Array.of(0, 1) }]
  expect(fixPersistent(quboFromCoo(3, [0, 1, 2], [0, 1, 2], [5, 6, 7], { groups, native: ['one-hot'] })).to.size).toBe(
    2,
  )
})

it('x = 0 shrinks a group, x = 1 dissolves it', () => {
  const groups = [{ kind: 'one-hot' as const, members: Uint32Array.of(0, 1, 2) }]
  const penalty = [
    [0, 0, -9],
    [1, 1, -9],
    [2, 2, -9],
    [0, 1, 18],
    [0, 2, 18],
    [1, 2, 18],
  ]
  const withLinear = (...terms: number[][]) => {
    const all = [...penalty, ...terms]
    return quboFromCoo(
      3,
      all.map((t) => t[0]),
      all.map((t) => t[1]),
      all.map((t) => t[2]),
      { groups },
    )
  }
  expect([...fixPersistent(withLinear([0, 0, 99])).to.groups[0].members]).toEqual([0, 1])
  const dissolved = fixPersistent(withLinear([0, 0, -99]))
  expect(dissolved.to.groups).toEqual([])
  expect(dissolved.notes).toEqual([])
  expect([...dissolved.lift(new Int8Array(0))]).toEqual([1, 0, 0])
})
