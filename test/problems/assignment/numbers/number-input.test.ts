import { describe, expect, test } from 'vitest'
import { costOfSums, leastCost, numbersSchema, sumsOf } from '../../../../problems/assignment/numbers/number-input.ts'

const parse = (input: unknown) => numbersSchema.parse(input as never)

describe('numbers', () => {
  test('sums are per part; the square adds up over pairs: 1 + 4 + 9', () => {
    const data = parse({ numbers: [1, 2, 4], parts: 3, measure: 'square' })
    const sums = sumsOf(data, [0, 1, 2])
    expect([...sums]).toEqual([1, 2, 4])
    expect(costOfSums(data, sums)).toBe(1 + 4 + 9)
    expect(costOfSums({ ...data, measure: 'difference' }, sums)).toBe(3)
  })

  test('an odd total leaves 1, and a giant leaves what the others cannot balance', () => {
    expect(leastCost(parse({ numbers: [1, 2, 4] }))).toBe(1)
    expect(leastCost(parse({ numbers: [10, 1, 2] }))).toBe(7)
    expect(leastCost(parse({ numbers: [10, 1, 2], measure: 'square' }))).toBe(49)
    expect(leastCost(parse({ numbers: [2, 2, 1], parts: 3, measure: 'square' }))).toBe(2)
  })

  test.each([
    [{ numbers: [] }, /there are no numbers/],
    [{ numbers: [1.5] }, /numbers\.0: 1\.5 is not a whole number/],
    [{ numbers: { a: -1 } }, /numbers\.a: -1/],
    [{ numbers: [2 ** 53, 1] }, /not below 2⁵³/],
    [{ numbers: [2 ** 30], measure: 'square' }, /not exact/],
    [{ numbers: [1], parts: 1 }, /parts/],
  ])('refuses %j', (input, message) => {
    expect(() => parse(input)).toThrow(message)
  })
})
