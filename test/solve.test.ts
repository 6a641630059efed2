import { describe, expect, it } from 'vitest'
import { heuristic } from '../solvers/heuristic.ts'
import { problemOf } from '../src/bare.ts'
import type { Problem } from '../src/problem.ts'
import { fakeClock } from '../src/run/index.ts'
import { createSolve } from '../src/solve.ts'
import { defineSolver } from '../src/solver.ts'
import { breaks, qubo, says } from './solvers/strategy/nest.ts'

const solve = createSolve({ solver: heuristic, openPool: () => null })
const problem = problemOf(qubo)

/** Even numbers only; a model of one integer column. */
const even: Problem<number> = {
  name: 'even',
  input: null,
  sense: 'max',
  build: () => {
    throw new Error('unused')
  },
  check: (answer) => (answer % 2 === 0 ? [] : [{ rule: 'even', amount: 1, message: `${answer} is odd` }]),
  cost: (answer) => answer,
  heuristic: null,
  parts: null,
}
const answers = (...values: number[]) =>
  defineSolver('answers', { accepts: [] }, {}, async (task, run) => {
    const samples = values.map((value) => task.sampleOfAnswer(value))
    for (const sample of samples) run.offer(sample)
    return { samples, work: 1 }
  })()

describe('solve', () => {
  it('reports the answer, its cost recomputed, and who found it', async () => {
    const report = await solve(problem, { solver: says('sayer', [1, 0]), clock: fakeClock() })
    expect(report).toMatchObject({
      feasible: true,
      status: 'feasible',
      cost: -2,
      foundBy: 'sayer',
      violations: [],
      stop: 'finished',
    })
  })

  it('calls a proven answer optimal and closes the gap', async () => {
    const report = await solve(problem, { solver: says('prover', [1, 0], { proof: 'optimal' }), clock: fakeClock() })
    expect(report).toMatchObject({ status: 'optimal', bound: -2, gap: 0 })
  })

  it('prefers a feasible answer to a better one that breaks a rule', async () => {
    const report = await solve(even, { solver: answers(7, 4, 9), clock: fakeClock() })
    expect(report).toMatchObject({ feasible: true, cost: 4, sense: 'max' })
  })

  it('gives no answer when none is feasible, but the attempt and what it breaks', async () => {
    const report = await solve(even, { solver: answers(7), clock: fakeClock() })
    expect(report).toMatchObject({
      feasible: false,
      status: 'unknown',
      cost: null,
      attempt: { tried: 7 },
      violations: [{ message: '7 is odd' }],
    })
    expect('answer' in report).toBe(false)
  })

  it('traces improvements only, in the sense of the problem', async () => {
    const report = await solve(even, { solver: answers(2, 6, 4, 8), clock: fakeClock() })
    expect(report.trace.map(([, cost]) => cost)).toEqual([2, 6, 8])
  })

  it('keeps what a solver showed before it failed', async () => {
    const failing = defineSolver('failing', { accepts: [] }, {}, async (task, run) => {
      run.offer(task.sampleOfAnswer(4))
      throw new Error('a defect')
    })()
    const report = await solve(even, { solver: failing, clock: fakeClock() })
    expect(report).toMatchObject({ feasible: true, cost: 4, stop: 'failed' })
    expect(report.notes[0]).toMatch(/failed after its last find: a defect/)
  })

  it('passes on the failure of a solver that showed nothing', async () => {
    await expect(solve(even, { solver: breaks, clock: fakeClock() })).rejects.toThrow('a defect')
  })

  it.each([
    [{ timelimit: 5 }, /OPTION_INVALID: solve: .*timelimit/],
    [{ timeLimit: -5 }, /OPTION_INVALID: solve, timeLimit/],
    [{ timeLimit: Number.NaN }, /OPTION_INVALID: solve, timeLimit/],
    [{ threads: 0 }, /OPTION_INVALID: solve, threads/],
    [{ solver: 'anneal' }, /OPTION_INVALID: solve, solver: expected a solver/],
  ])('refuses the option %o', async (options, message) => {
    await expect(solve(problem, options as never)).rejects.toThrow(message)
  })
})

describe('solve, when others misbehave', () => {
  it('drops a proof that its own bound contradicts', async () => {
    const liar = defineSolver('liar', { accepts: [] }, {}, async (task) => ({
      samples: [task.sampleOf(Float64Array.of(0, 0))],
      proof: 'optimal',
      bound: -1000,
      work: 1,
    }))()
    const report = await solve(problem, { solver: liar, clock: fakeClock() })
    expect(report).toMatchObject({ status: 'feasible', cost: 0, bound: null, gap: null })
    expect(report.notes.join()).toMatch(/claimed at -1000.*worth 0/)
  })

  it('goes on when onIncumbent throws, and says so', async () => {
    const onIncumbent = () => {
      throw new Error('boom')
    }
    const report = await solve(problem, { solver: says('sayer', [1, 0]), clock: fakeClock(), onIncumbent })
    expect(report).toMatchObject({ cost: -2, stop: 'finished' })
    expect(report.notes).toContain('onIncumbent threw and the search went on: Error: boom')
  })

  it('leaves a solver behind that does not hear its deadline', async () => {
    const deaf = defineSolver('deaf', { accepts: [] }, {}, (task, run) => {
      run.offer(task.sampleOf(Float64Array.of(0, 1)))
      return new Promise(() => {})
    })()
    const report = await solve(problem, { solver: deaf, timeLimit: 1 })
    expect(report).toMatchObject({ cost: -1, stop: 'failed' })
  })

  it('refuses what is no problem', async () => {
    await expect(solve(null as never)).rejects.toThrow(/INPUT_INVALID: solve: expected a problem/)
  })

  it('names enough work in the replay line of a long run', async () => {
    const long = says('long', [1, 0], { spends: 3e8 })
    const report = await solve(problem, { solver: long, clock: fakeClock() })
    expect(report.provenance.replay).toBe("--solver 'long' --seed 0 --work 600000000")
  })
})
