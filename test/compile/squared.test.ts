import { describe, expect, it } from 'vitest'
import { linearEquality } from '../../src/compile/squared.ts'
import { Model } from '../../src/model/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'

describe('equalities as squares', () => {
  it('x + y + z == 1 becomes P·(1 − x − y − z + 2xy + 2xz + 2yz)', () => {
    const model = new Model()
    const first = model.bits(3, (k) => 'xyz'[k])
    model.exactlyOne('one', [first, first + 1, first + 2])
    expect(String(linearEquality(model).to)).toBe('minimise −x − y − z + 2·x·y + 2·x·z + 2·y·z + 1\nx, y, z ∈ {0, 1}')
  })

  it('0.5x + y == 1 is squared as x + 2y − 2', () => {
    const model = new Model()
    const [x, y] = [model.bit('x'), model.bit('y')]
    expect(
      String(
        linearEquality(
          model.subjectTo(
            'sum',
            [
              [0.5, x],
              [1, y],
            ],
            '==',
            1,
          ),
        ).to,
      ),
    ).toBe('minimise −3·x − 4·y + 4·x·y + 4\nx, y ∈ {0, 1}')
  })

  it('a wish keeps its own numbers: 4·(0.5x − 0.5)² = 1 − x', () => {
    const model = new Model()
    expect(String(linearEquality(model.subjectTo('half', [[0.5, model.bit('x')]], '==', 0.5, 4)).to)).toBe(
      'minimise −x + 1\nx ∈ {0, 1}',
    )
  })

  for (const { promise, check } of rewritePromises('linearEquality', linearEquality)) it(promise, check)
})
