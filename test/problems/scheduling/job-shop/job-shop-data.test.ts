import { expect, test } from 'vitest'
import { jobShop } from '../../../../problems/index.ts'
import { jobShopSchema } from '../../../../problems/scheduling/job-shop/job-shop-data.ts'

test('machines are numbered as they appear, and named in pictures', () => {
  const { machineNames, names, machineOf } = jobShopSchema.parse({
    jobs: {
      cake: [
        ['mixer', 10],
        ['oven', 30],
      ],
      pie: [['oven', 20]],
    },
  })
  expect([names, machineNames, [...machineOf]]).toEqual([
    ['cake', 'pie'],
    ['mixer', 'oven'],
    [0, 1, 1],
  ])
})

test('what cannot be is refused, with a remedy', () => {
  const refused = (input: unknown, words: string) => expect(() => jobShop(input as { jobs: [] })).toThrow(words)
  refused({ jobs: [] }, 'there are no jobs')
  refused({ jobs: [[[0, 1]], []] }, 'job "1" has no operations')
  refused({ jobs: [[[2, 1]]], machines: 2 }, 'machine 2 is used but there are 2')
  refused({ jobs: [[[0, 1.5]]] }, '1.5 is not a whole number')
  refused({ jobs: [[[0, -1]]] }, '-1 is too small')
  refused({ jobs: [[[0, 3]], [[0, 4]]], horizon: 6 }, 'horizon 6 is below 7')
  refused({ jobs: [[[0, 1]]], names: ['a', 'b'] }, 'there are 2 names for 1 jobs')
  refused({ jobs: [[[0, 1]], [[0, 1]]], names: ['a', 'a'] }, 'two jobs are called "a"')
  refused({ jobs: [[[0, 2 ** 30]], [[0, 1]]] }, 'the durations sum to')
})
