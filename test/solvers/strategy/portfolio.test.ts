import { describe, expect, it } from 'vitest'
import { maxCut, tsp } from '../../../problems/index.ts'
import * as solvers from '../../../solvers/index.ts'
import { portfolio } from '../../../solvers/strategy/portfolio.ts'
import { createSolve } from '../../../src/solve.ts'
import { breaks, refuses, runOf, says, taskOfTwo } from './nest.ts'

const solve = createSolve({ solver: solvers.auto, openPool: () => null })
const triangle = maxCut({
  edges: [
    ['a', 'b', 3],
    ['b', 'c', 2],
    ['a', 'c', 1],
  ],
})

describe('portfolio', () => {
  it('asks the suited solver first, whatever the order', async () => {
    const report = await solve(triangle, { solver: portfolio(solvers.anneal(), solvers.exact()) })
    expect(report).toMatchObject({ status: 'optimal', cost: 5, foundBy: 'exact' })
    expect(report.notes[0]).toBe('exact (few enough states to look at all): optimal')
  })

  it('gives the domain method everything where there is one', async () => {
    const cities = Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`c${k}`, [k, (k * k) % 11]]))
    const solver = portfolio(solvers.anneal(), solvers.heuristic())
    const report = await solve(tsp({ cities } as never), { solver, work: 1e5 })
    expect(report.foundBy).toBe('heuristic')
  })

  it('asks those that the table does not know last, in the order given', async () => {
    const set = await portfolio(refuses, says('poor', [0, 1]), says('good', [1, 0])).sample(taskOfTwo(), runOf())
    expect(set.samples[0].foundBy).toBe('good')
    expect(set.notes).toEqual([
      'refuses not used: it never takes anything',
      'poor (for what is left): finished',
      'good (for what is left): finished',
    ])
  })

  it('refuses when all refuse', async () => {
    await expect(portfolio(refuses, refuses).sample(taskOfTwo(), runOf())).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    })
  })

  it('a defect is not hidden', async () => {
    await expect(portfolio(breaks).sample(taskOfTwo(), runOf())).rejects.toThrow('a defect')
  })
})
