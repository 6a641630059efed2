import { describe, expect, it } from 'vitest'
import { type Qubo, quboFromCoo, type Rewritten, after as then, unchanged } from '../../src/qubo/index.ts'

const form = quboFromCoo(2, [0], [1], [1])

/** Pretends to double the energy and to add `constant`; only points starting with 1 have an image. */
const doubled = (constant: number, add: number): Rewritten<Qubo, Qubo> => ({
  to: form,
  scale: 2,
  constant,
  lift: (point) => point.map((x) => x + add),
  lower: (point) => (point[0] === 1 ? point.map((x) => x - add) : null),
})

describe('two rewrites in a row', () => {
  const both = then(doubled(3, 1), doubled(5, 10))

  it('go home in reverse order and down in order', () => {
    expect([...both.lift(Int8Array.of(0, 0))]).toEqual([11, 11])
    expect(both.lower(Int8Array.of(2, 0))).toBeNull()
    expect(both.lower(Int8Array.of(1, 0))).toBeNull()
  })

  it('scale the energy twice: 2·(2·E + 5) + 3', () => {
    expect([both.scale, both.constant]).toEqual([4, 13])
  })

  it('change nothing where one of them is the identity', () => {
    const same = then(unchanged(form), doubled(3, 1))
    expect([same.scale, same.constant, [...same.lift(Int8Array.of(0, 1))]]).toEqual([2, 3, [1, 2]])
  })
})
