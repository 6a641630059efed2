import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { substitute } from '../../src/reduce/substitute.ts'

const ring = { kind: 'permutation' as const, order: 3, members: Uint32Array.from({ length: 9 }, (_, k) => k) }
const nine = quboFromCoo(9, [], [], [], { groups: [ring] })

/** Constants for the given variables, the others stay. */
function fixing(constants: Record<number, 0 | 1>, qubo = nine) {
  const kept = Array.from({ length: 9 }, (_, k) => k).filter((k) => constants[k] === undefined)
  const image = Int32Array.from({ length: 9 }, (_, k) => kept.indexOf(k))
  return substitute(qubo, {
    image,
    flip: Uint8Array.from({ length: 9 }, (_, k) => constants[k] ?? 0),
    kept: Uint32Array.from(kept),
  })
}

it('an item that has its position leaves a smaller permutation', () => {
  // item 0 at position 1: row 0 and column 1 are constant
  const { to, notes } = fixing({ 0: 0, 1: 1, 2: 0, 4: 0, 7: 0 })
  expect(to.groups).toEqual([{ kind: 'permutation', order: 2, members: Uint32Array.of(0, 1, 2, 3) }])
  expect(notes).toEqual([])
})

it('a permutation with a hole is dropped, and says so', () => {
  const { to, notes } = fixing({ 0: 0 })
  expect(to.groups).toEqual([])
  expect(notes).toEqual(['group 0 is dropped: what is left is no square'])
})

it('a subset of three with a 1 and a 0 known is a subset of two; with four 1s it is dropped', () => {
  const subset = { kind: 'subset' as const, count: 3, members: Uint32Array.of(0, 1, 2, 3, 4) }
  const five = quboFromCoo(9, [], [], [], { groups: [subset] })
  expect(fixing({ 1: 1, 3: 0 }, five).to.groups).toEqual([
    { kind: 'subset', count: 2, members: Uint32Array.of(0, 1, 2) },
  ])
  expect(fixing({ 0: 1, 1: 1, 2: 1, 3: 0, 4: 0 }, five)).toMatchObject({ to: { groups: [] }, notes: [] })
  expect(fixing({ 0: 1, 1: 1, 2: 1, 3: 1 }, five).notes).toEqual([
    'group 0 is dropped: 4 members are 1 and 0 are 0, where 3 are to be 1',
  ])
})

it('a complement turns a product around: with b = 1 − a, 6ab + 5b is 5 − 5a', () => {
  const qubo = quboFromCoo(2, [0, 1], [1, 1], [6, 5])
  const { to } = substitute(qubo, { image: Int32Array.of(0, 0), flip: Uint8Array.of(0, 1), kept: Uint32Array.of(0) })
  expect([to.offset, to.linear[0]]).toEqual([5, -5])
})
