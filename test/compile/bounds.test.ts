import { describe, expect, it } from 'vitest'
import { additionBounds, boundOn, clustersOf, removalBounds } from '../../src/compile/bounds.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'

const free = clustersOf(3, [])
/** −2x + 3y + 4xy − 6yz + 10 */
const qubo = quboFromCoo(3, [0, 1, 0, 1], [0, 1, 1, 2], [-2, 3, 4, -6], { offset: 10 })
const pair = { members: Uint32Array.of(0, 1), most: 1, others: 0, must: true } as const

describe('bounds over free bits', () => {
  it('above: x earns −2 + 4/2, y earns 3 + 4/2', () => {
    expect(boundOn(qubo, 1, free)).toBe(15)
  })

  it('below: x costs −2, y at least 3 − 6/2, z at least −6/2', () => {
    expect(0 - boundOn(qubo, -1, free)).toBe(5)
  })
})

describe('bounds over clusters', () => {
  it('above, with exactly one of x and y: y at 3, without the pair', () => {
    expect(boundOn(qubo, 1, clustersOf(3, [pair]))).toBe(13)
  })

  it('a cluster that must have a bit on cannot escape to 0', () => {
    const dear = quboFromCoo(2, [0, 1], [0, 1], [5, 7])
    expect(0 - boundOn(dear, -1, clustersOf(2, [pair]))).toBe(5)
    expect(0 - boundOn(dear, -1, clustersOf(2, [{ ...pair, must: false }]))).toBe(0)
  })

  it('parts that overlap an earlier one are left out', () => {
    expect([...clustersOf(3, [pair, { ...pair, members: Uint32Array.of(1, 2) }]).of]).toEqual([0, 0, -1])
  })
})

describe('steps', () => {
  it('switching on x costs at most −2 + 4, y at most 3 + 4, z nothing', () => {
    expect([...additionBounds(qubo, free)]).toEqual([2, 7, 0])
  })

  it('switching off x costs at most 2, y at most −3 + 6, z at most 6', () => {
    expect([...removalBounds(qubo)]).toEqual([2, 3, 6])
  })

  it('of a cluster with at most two on, the two dearest partners count', () => {
    const star = quboFromCoo(4, [0, 0, 0], [1, 2, 3], [5, 7, 6])
    const lines = clustersOf(4, [{ members: Uint32Array.of(1, 2, 3), most: 2, others: 0, must: false }])
    expect(additionBounds(star, lines)[0]).toBe(13)
  })
})

describe('clusters of which several must be on', () => {
  const three = clustersOf(4, [{ members: Uint32Array.of(0, 1, 2, 3), most: 3, others: 2, must: true }])
  /** 5x₀ − 1x₁ − 2x₂ − 3x₃, and pairs with x₀ at 4, 6, 8. */
  const star = quboFromCoo(4, [0, 1, 2, 3, 0, 0, 0], [0, 1, 2, 3, 1, 2, 3], [5, -1, -2, -3, 4, 6, 8])

  it('a bit meets at most two others: x₀ costs at most 5 + 8 + 6', () => {
    expect(additionBounds(star, three)[0]).toBe(19)
  })

  it('the three best count, even those below zero: 5 + 14/2, −3 + 8/2, −2 + 6/2', () => {
    expect(boundOn(star, 1, three)).toBe(12 + 1 + 1)
    expect(boundOn(quboFromCoo(4, [0, 1, 2, 3], [0, 1, 2, 3], [5, -1, -2, -3]), 1, three)).toBe(2)
  })

  it('three partners of another cluster count where three may be on', () => {
    const apart = quboFromCoo(5, [4, 4, 4, 4], [0, 1, 2, 3], [1, 2, 3, 4])
    const most = { members: Uint32Array.of(0, 1, 2, 3), most: 3, others: 2, must: false }
    expect(additionBounds(apart, clustersOf(5, [most]))[4]).toBe(9)
  })
})
