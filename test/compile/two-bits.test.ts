import { describe, expect, it } from 'vitest'
import { twoBits } from '../../src/compile/two-bits.ts'
import { Model, type Sense } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'

const penalised = (a: number, b: number, sense: Sense, bound: number, weight?: number) => {
  const model = new Model()
  const [x, y] = [model.bit('x'), model.bit('y')]
  return String(
    twoBits(
      model.subjectTo(
        'rule',
        [
          [a, x],
          [b, y],
        ],
        sense,
        bound,
        weight,
      ),
    ).to,
  ).split('\n')[0]
}

describe('constraints over two bits', () => {
  it.each([
    ['x <= y', penalised(1, -1, '<=', 0), 'minimise x − x·y'],
    ['x + y >= 1', penalised(1, 1, '>=', 1), 'minimise −x − y + x·y + 1'],
    ['x + y == 1', penalised(1, 1, '==', 1), 'minimise −x − y + 2·x·y + 1'],
    ['x + y <= 1', penalised(1, 1, '<=', 1), 'minimise x·y'],
    ['5x + 7y <= 6.5', penalised(5, 7, '<=', 6.5), 'minimise y'],
    ['the wish x + 2y <= 1 (weight 3)', penalised(1, 2, '<=', 1, 3), 'minimise 3·y + 9·x·y'],
  ])('%s is exact', (_, text, expected) => {
    expect(text).toBe(expected)
  })

  for (const { promise, check } of rewritePromises('twoBits', twoBits)) it(promise, check)
})
