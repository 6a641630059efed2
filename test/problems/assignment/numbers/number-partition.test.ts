import { describe, expect, test } from 'vitest'
import { numberPartition } from '../../../../problems/assignment/numbers/number-partition.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const twins = (chance: { below(n: number): number }) => {
  const numbers = Array.from({ length: 5 }, () => chance.below(9))
  return { named: { numbers: Object.fromEntries(numbers.map((n, i) => [`n${i}`, n])) }, bulk: { numbers } }
}

describe('numberPartition', () => {
  test.each(problemPromises(numberPartition, { twins }).slice(-1))('$promise', ({ check }) => check())

  const five = numberPartition({ numbers: { a: 8, b: 7, c: 6, d: 5, e: 4 } })

  test('8 + 7 against 6 + 5 + 4 is even; 8 against the rest is off by 14', () => {
    expect(
      five.cost({
        parts: [
          ['a', 'b'],
          ['c', 'd', 'e'],
        ],
      }),
    ).toBe(0)
    expect(five.cost({ parts: [['a'], ['b', 'c', 'd', 'e']] })).toBe(14)
    const square = numberPartition({ numbers: [8, 7, 6, 5, 4], measure: 'square' })
    expect(square.cost({ parts: [[0], [1, 2, 3, 4]] })).toBe(196)
  })

  test('a missing, a repeated and an unknown number are violations', () => {
    const rules = five
      .check({
        parts: [
          ['a', 'a', 'b'],
          ['c', 'd', 'z' as 'a'],
        ],
      })
      .map((v) => `${v.rule}: ${v.item}`)
    expect(rules).toEqual(['known number: z', 'one part each: a', 'one part each: e'])
  })

  test('the heuristic proves its answer', () => {
    const { out, bound } = runJob(five.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1e6)
    expect([five.cost(out), bound]).toEqual([0, 0])
  })

  test('the picture says both sums', () => {
    expect(
      five.draw?.({
        parts: [
          ['a', 'b'],
          ['c', 'd', 'e'],
        ],
      }),
    ).toContain('largest sum 15, smallest 15')
  })
})
