import { expect, it } from 'vitest'
import { Rows } from '../../src/compile/rows.ts'
import { wishesOf } from '../../src/compile/wishes.ts'
import { Model } from '../../src/model/index.ts'

it('the wish x + y == 1 may be missed by one: one step, bounded from both sides', () => {
  const model = new Model()
  const [x, y] = [model.bit(), model.bit()]
  const [wish] = wishesOf(
    model.subjectTo(
      'one',
      [
        [1, x],
        [1, y],
      ],
      '==',
      1,
      4,
    ),
  )
  const rows = new Rows()
  expect([wish.steps, wish.addTo(rows, 2)]).toEqual([1, [4]])
  expect(rows.frozen()).toMatchObject({ rows: 2, value: Float64Array.of(1, 1, -1, 1, 1, 1) })
  expect([wish.fill([0, 1]), wish.fill([1, 1])]).toEqual([[0], [1]])
})

it('hard rules are no wishes', () => {
  const model = new Model()
  expect(wishesOf(model.subjectTo('rule', [[1, model.bit()]], '==', 1))).toEqual([])
})
