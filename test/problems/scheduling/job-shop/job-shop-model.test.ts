import { expect, test } from 'vitest'
import { jobShop } from '../../../../problems/index.ts'
import { compileModel } from '../../../../src/compile/index.ts'
import { evaluate } from '../../../../src/model/index.ts'
import { random } from '../../../../src/run/index.ts'
import { minimumOf } from '../../../contracts/enumerate.ts'

const jobs: [number, number][][] = [[[0, 2]], [[0, 1]]]

test('time: a bit per start and per end that is saved; no slack', () => {
  const { model } = jobShop({ jobs, horizon: 4 }).build()
  // Starts 0–2 and 0–3; "done by 3", for 3 is the work of the machine.
  expect(model.size).toBe(3 + 4 + 1)
  const { form } = compileModel(model, 'qubo', { native: [], memoryLimitMiB: 64 })
  expect(form.size).toBe(8)
  expect(minimumOf(form, random('a', 'x')).energy).toBe(3)
})

test('order: two starts, one makespan and one bit for the pair', () => {
  const { model } = jobShop({ jobs, encoding: 'order', horizon: 4 }).build()
  expect(model.size).toBe(4)
})

test.each(['time', 'order'] as const)(
  '%s: a schedule is a point that breaks nothing and costs its makespan',
  (encoding) => {
    const problem = jobShop({
      jobs: [
        [
          [0, 2],
          [1, 1],
        ],
        [
          [1, 2],
          [0, 2],
        ],
        [[0, 0]],
      ],
      encoding,
      horizon: 6,
    })
    const { model, encode, decode } = problem.build()
    for (const starts of [
      [[0, 2], [0, 2], [1]],
      [[2, 4], [0, 4], [6]],
      [[4, 6], [0, 2], [0]],
    ]) {
      const answer = { starts }
      const point = encode(answer)
      if (point === null) {
        expect(problem.check(answer).length > 0 || problem.cost(answer) > 6).toBe(true)
        continue
      }
      expect(evaluate(model, point)).toMatchObject({ broken: [], energy: problem.cost(answer) })
      expect(decode(point)).toEqual(answer)
    }
  },
)

test('a horizon that nobody has met makes the model less than the question', () => {
  const given = {
    jobs: [
      [
        [0, 3],
        [1, 3],
      ],
      [
        [1, 3],
        [0, 3],
      ],
      [
        [0, 1],
        [1, 1],
      ],
    ] as [number, number][][],
  }
  expect(jobShop(given).inexact).toBeUndefined()
  expect(jobShop({ ...given, horizon: 100 }).inexact).toBeUndefined()
})
