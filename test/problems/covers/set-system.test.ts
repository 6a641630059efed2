import { describe, expect, test } from 'vitest'
import { complete, costOf, coverOf, restricted, setsSchema } from '../../../problems/covers/set-system.ts'

const parse = (input: unknown) => setsSchema.parse(input as never)
const four = parse({
  elements: 4,
  sets: [
    [0, 1],
    [2, 3],
    [1, 2],
    [0, 1, 2, 3],
  ],
  costs: [1, 1, 5, 3],
})

describe('a set system', () => {
  test('is told both ways round', () => {
    const { element, setStart, set, elementStart } = four
    expect([...element.subarray(setStart[2], setStart[3])]).toEqual([1, 2])
    expect([...set.subarray(elementStart[1], elementStart[2])]).toEqual([0, 2, 3])
  })

  test('knows what a choice covers and costs', () => {
    expect([...coverOf(four, [1, 0, 1, 0])]).toEqual([1, 2, 1, 0])
    expect(costOf(four, [1, 0, 1, 0])).toBe(6)
  })

  test('completes a choice by the cheapest sets and drops what is not needed, the dearest first', () => {
    expect([...complete(four, Uint8Array.of(0, 0, 1, 0), [1, 1, 5, 3])]).toEqual([1, 1, 0, 0])
  })

  test('keeps the elements when sets are left out', () => {
    const part = restricted(four, [1, 3])
    expect([part.size, part.elements, [...part.cost]]).toEqual([2, 4, [1, 3]])
  })

  test.each([
    [{ elements: 2, sets: [[0]] }, /no set holds element 1/],
    [{ elements: 2, sets: [[0, 2]] }, /sets\.0: 2 is no element/],
    [{ elements: 1, sets: [[0]], costs: [1, 2] }, /2 costs for 1 sets/],
    [{ elements: 1, sets: [[0]], costs: [-1] }, /cost -1 is negative/],
    [{ sets: {} }, /there are no sets/],
    [{ sets: { a: [] } }, /no elements to cover/],
    [{ sets: { a: ['x'] }, costs: { b: 1 } }, /"b", which is no set/],
  ])('refuses %j', (input, message) => {
    expect(() => parse(input)).toThrow(message)
  })
})
