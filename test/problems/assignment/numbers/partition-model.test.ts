import { expect, test } from 'vitest'
import { numbersSchema } from '../../../../problems/assignment/numbers/number-input.ts'
import { buildPartition, partsOfPoint, pointOfParts } from '../../../../problems/assignment/numbers/partition-model.ts'
import { evaluate, Model } from '../../../../src/model/index.ts'

test.each([
  { numbers: [5, 1, 2], parts: 2, measure: 'square', part: [0, 1, 1], cost: 4 },
  { numbers: [5, 1, 2], parts: 2, measure: 'difference', part: [0, 1, 1], cost: 2 },
  { numbers: [5, 1, 2], parts: 2, measure: 'difference', part: [1, 0, 0], cost: 2 },
  { numbers: [5, 2, 3], parts: 3, measure: 'square', part: [0, 1, 2], cost: 9 + 4 + 1 },
  { numbers: [5, 2, 3], parts: 3, measure: 'difference', part: [0, 1, 2], cost: 3 },
] as const)('$numbers as $part by $measure: the model says $cost', ({ part, cost, ...input }) => {
  const data = numbersSchema.parse(input)
  const model = new Model()
  buildPartition(model, data)
  const point = pointOfParts(data, part)
  expect(evaluate(model, point)).toMatchObject({ energy: cost, broken: [] })
  expect([...partsOfPoint(data, point)]).toEqual(part)
})

test('a number in no part goes to the lightest, one in two parts stays in the first', () => {
  const data = numbersSchema.parse({ numbers: [5, 4, 3], parts: 3, measure: 'square' })
  expect([...partsOfPoint(data, [1, 0, 0, 0, 0, 0, 0, 1, 1])]).toEqual([0, 2, 1])
})
