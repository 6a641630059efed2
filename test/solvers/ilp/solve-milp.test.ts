import { expect, it } from 'vitest'
import { solveMilp } from '../../../solvers/ilp/solve-milp.ts'
import { createRun } from '../../../src/run/index.ts'
import { covering, programme } from './programme.ts'

const ask = (milp: ReturnType<typeof covering>, found: number[] = []) =>
  solveMilp(milp, createRun({ work: 1e6 }), {
    engine: 'auto',
    gap: 0,
    onFind: (standing) => found.push(standing.objective),
  })

it('infeasibility claimed by plain JavaScript is confirmed by HiGHS', async () => {
  const verdict = await ask(programme([1, 1], [{ terms: [1, 1], min: 3 }]))
  expect(verdict).toMatchObject({ best: null, proof: 'infeasible', stop: 'finished' })
  expect(verdict.notes[1]).toBe('javascript-lp-solver says infeasible; asking for confirmation')
})

it('the corner of lower bounds is a first find where it stands: 0, then −1', async () => {
  const found: number[] = []
  const verdict = await ask(programme([-1, 2], []), found)
  expect(found[0]).toBe(0)
  expect(verdict).toMatchObject({ best: { objective: -1 }, proof: 'optimal', bound: -1 })
})

it('finds get better and better, and the best is the last', async () => {
  const found: number[] = []
  const verdict = await ask(covering('finds', 60, 30), found)
  expect(found).toEqual([...found].sort((a, b) => b - a))
  expect(verdict.best?.objective).toBe(found.at(-1))
})
