import { expect, test } from 'vitest'
import { jobShop } from '../../../../problems/index.ts'
import type { JobShopInput } from '../../../../problems/types.ts'
import { anneal, ilp, solve } from '../../../../src/index.ts'
import type { random } from '../../../../src/run/index.ts'
import { problemPromises } from '../../../contracts/problem.ts'

const kitchen = jobShop({
  jobs: {
    cake: [
      ['mixer', 10],
      ['oven', 30],
    ],
    pie: [
      ['oven', 20],
      ['mixer', 5],
    ],
  },
})

test('the pie bakes first: 20 + 30 in the oven', async () => {
  const report = await solve(kitchen, { work: 1e5 })
  expect([report.status, report.cost, report.bound]).toEqual(['optimal', 50, 50])
  expect(report.feasible && report.answer.starts.cake[1]).toBe(20)
})

test('check names each broken rule and by how much', () => {
  const said = (cake: number[], pie: number[]) =>
    kitchen.check({ starts: { cake, pie } }).map((v) => [v.rule, v.amount])
  expect(said([0, 20], [0, 20])).toEqual([])
  expect(said([0, 5], [0, 20])).toEqual([
    ['job order', 5],
    ['one operation at a time', 15],
  ])
  expect(said([-3, 20], [0, 20])).toEqual([['start from 0', 3]])
  expect(said([0], [0, 20])).toEqual([['a start for every operation', 1]])
  expect(said([0, 20.5], [0, 20])).toEqual([['whole starts', 0.5]])
})

test('a job may come back to a machine, skip one, and take no time', () => {
  const problem = jobShop({
    jobs: [
      [
        [0, 2],
        [1, 1],
        [0, 2],
      ],
      [
        [0, 0],
        [1, 3],
      ],
    ],
    machines: 3,
  })
  expect(
    problem.check({
      starts: [
        [0, 3, 4],
        [1, 0],
      ],
    }),
  ).toMatchObject([{ rule: 'job order' }])
  // Nothing is at work on machine 0 at 1 for job 1: it takes no time, although job 0 is there.
  expect(
    problem.check({
      starts: [
        [0, 4, 5],
        [1, 1],
      ],
    }),
  ).toEqual([])
  expect(
    problem.cost({
      starts: [
        [0, 4, 5],
        [1, 1],
      ],
    }),
  ).toBe(7)
})

test('a point without a start is mended to a schedule', () => {
  const { decode, model } = kitchen.build()
  const answer = decode(new Float64Array(model.size))
  expect(kitchen.check(answer)).toEqual([])
})

test('the annealer solves two jobs on two machines', async () => {
  const small = jobShop({
    jobs: [
      [
        [0, 2],
        [1, 3],
      ],
      [
        [1, 2],
        [0, 2],
      ],
    ],
  })
  expect((await solve(small, { solver: anneal(), work: 2e5 })).cost).toBe(5)
})

test('the integer programme of orders is solved with proof', async () => {
  const small = jobShop({
    jobs: [
      [
        [0, 3],
        [1, 2],
      ],
      [
        [1, 4],
        [0, 3],
      ],
      [[0, 1]],
    ],
    encoding: 'order',
  })
  const report = await solve(small, { solver: ilp(), work: 1e6 })
  expect([report.status, report.cost]).toEqual(['optimal', 7])
})

test('the kit, with the model of orders and both shapes', () => {
  const twins = (): { named: JobShopInput; bulk: JobShopInput } => ({
    named: {
      jobs: {
        a: [
          ['saw', 1],
          ['oven', 1],
        ],
        b: [['oven', 2]],
      },
    },
    bulk: {
      jobs: [
        [
          [0, 1],
          [1, 1],
        ],
        [[1, 2]],
      ] as [number, number][][],
    },
  })
  const byOrder = Object.assign(
    (input: Parameters<typeof jobShop>[0]) => jobShop({ ...input, encoding: 'order' } as JobShopInput),
    {
      problemName: 'jobShop',
      summary: '',
      tiny: (chance: ReturnType<typeof random>) => ({ ...jobShop.tiny(chance), encoding: 'order' as const }),
    },
  )
  for (const { promise, check } of problemPromises(jobShop, { seeds: 1, twins }))
    if (promise.startsWith('named')) check()
  for (const { promise, check } of problemPromises(byOrder as unknown as typeof jobShop, { seeds: 2 }))
    if (promise.startsWith('law 8')) check()
})
