import { describe, expect, it } from 'vitest'
import * as problems from '../problems/index.ts'
import * as solvers from '../solvers/index.ts'
import type { Problem, ProblemFactory } from '../src/problem.ts'
import { random } from '../src/run/index.ts'
import { createSolve } from '../src/solve.ts'
import { solverFromSpec } from '../src/spec.ts'
import { runJob } from './contracts/job.ts'

/** How many tiny instances of every problem are tried; the long run tries more. */
const seeds = Number(process.env.ISINGLASS_SEEDS ?? 2)
const solve = createSolve({ solver: solvers.auto, openPool: () => null })

const outcomeOf = async (spec: string, problem: Problem, work: number) => {
  const report = await solve(problem, { solver: solverFromSpec(spec, solvers as never), work, seed: 1 })
  return { cost: report.cost === null ? null : rounded(report.cost), proven: report.status }
}

/** Sums of reals in another order differ in the last digits. */
const rounded = (cost: number): number => Number(cost.toPrecision(9))

describe.each(Object.entries(problems))('tiny instances of %s', (_, factory) => {
  const { tiny } = factory as unknown as ProblemFactory<unknown, unknown>
  const problemOf = factory as unknown as (input: unknown) => Problem
  it.each(Array.from({ length: seeds }, (_, k) => k))('exact, anneal, ilp and the domain agree (%d)', async (seed) => {
    const problem = problemOf(tiny(random(String(seed), 'tiny')))
    const exact = await outcomeOf('exact', problem, 1e12)
    expect({ ilp: await outcomeOf('ilp', problem, 1e12) }).toEqual({ ilp: exact })
    if (exact.cost === null) return
    expect(exact.proven).toBe('optimal')
    expect({ anneal: (await outcomeOf('anneal', problem, 2e7)).cost }).toEqual({ anneal: exact.cost })
    checkDomain(problem, exact.cost)
  })
})

/** Bare forms have one descent for a domain method, which need not end at the optimum. */
const descending = ['qubo', 'ising']

/** The domain's own method finds the optimum of so small a thing, and its bound is none that the optimum beats. */
function checkDomain(problem: Problem, best: number): void {
  if (problem.heuristic === null) return
  const { out, bound } = runJob(problem.heuristic(random('agreement', 'heuristic')), 5e6, 1e5)
  expect(problem.check(out)).toEqual([])
  if (!descending.includes(problem.name)) expect({ heuristic: rounded(problem.cost(out)) }).toEqual({ heuristic: best })
  if (bound === null) return
  const slack = (problem.sense === 'min' ? best - bound : bound - best) + 1e-6 * Math.max(1, Math.abs(best))
  expect(slack).toBeGreaterThanOrEqual(0)
}
