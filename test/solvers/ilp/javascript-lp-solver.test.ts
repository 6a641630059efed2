import { expect, it } from 'vitest'
import { javascriptLpSolver } from '../../../solvers/ilp/javascript-lp-solver.ts'
import { type covering, programme } from './programme.ts'

const ask = (milp: ReturnType<typeof covering>, remainingMs = Number.POSITIVE_INFINITY) =>
  javascriptLpSolver.solve(
    { milp, gap: 0, work: 1e9 },
    { stop: () => null, remainingMs: () => remainingMs, onFind: () => {} },
  )

it('shifts columns to start at zero and back: least a with a ≥ −5 and a + b ≥ −4, b ≤ 0, is −4 at (−4, 0)', async () => {
  const said = await ask(programme([1, 0], [{ terms: [1, 1], min: -4 }], { lower: [-5, -9], upper: [5, 0] }))
  expect(said).toMatchObject({ status: 'optimal', bound: -4 })
  expect(said.point?.[0]).toBe(-4)
})

it('mirrors a column that is only bounded above: least −x with x ≤ 3 is −3', async () => {
  expect(await ask(programme([-1], [], { lower: [Number.NEGATIVE_INFINITY], upper: [3] }))).toMatchObject({ bound: -3 })
})

it('whole columns between 0.2 and 0.8 have no room', async () => {
  expect((await ask(programme([1], [], { lower: [0.2], upper: [0.8] }))).status).toBe('infeasible')
})

it('does not begin when no time is left', async () => {
  expect((await ask(programme([1], []), 0)).status).toBe('stopped')
})
