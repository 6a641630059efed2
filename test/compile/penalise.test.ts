import { expect, it } from 'vitest'
import { penalise } from '../../src/compile/penalise.ts'
import { Model } from '../../src/model/index.ts'

const offPenalty = penalise((_, { columns }) => ({
  constant: 0,
  linearColumns: columns,
  linearValues: [1],
  rows: [],
  columns: [],
  values: [],
}))

it('a hard rule weighs one more than the range of the objective and the wishes: 4 + 9 + 4 + 1', () => {
  const model = new Model()
  const [x, n] = [model.bit('x'), model.integer(-1, 2, 'n')]
  model
    .minimise([1, n, n], [-3, n, x])
    .subjectTo('off', [[1, x]], '==', 0)
    .subjectTo('wish', [[1, n]], '==', 0, 1)
  expect(String(offPenalty(model).to).split('\n')[0]).toBe('minimise 18·x + n² − 3·x·n')
})

it('a wish takes its own weight', () => {
  const model = new Model()
  model.subjectTo('off', [[1, model.bit('x')]], '==', 0, 2.5)
  expect(String(offPenalty(model).to)).toBe('minimise 2.5·x\nx ∈ {0, 1}')
})
